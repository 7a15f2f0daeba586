// Framework's build takes any loader output and any bundled package that it finds, even one made from
// older code. This removes them whenever anything that they are made of has changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const SOURCES = [
  "data-loaders",
  "src/data",
  "src/lib",
  "package-lock.json",
  "bench/results",
  "src/reference", // what programs measured, where they have run
  "scripts/fonts",
  "src/fonts",
];

/** Removes the outputs in `cacheFolder` if their stamp is not that of the present sources. */
export function clearStaleLoaderOutput(
  cacheFolder: string,
  sources: readonly string[] = SOURCES,
): void {
  const stampFile = join(cacheFolder, "loaders.sha256");
  const stamp = fingerprint(sources);
  const found = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";
  if (found === stamp) return;
  for (const folder of ["data", "fonts", "_node"]) {
    rmSync(join(cacheFolder, folder), { recursive: true, force: true });
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

function fingerprint(sources: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesOf)) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (path.endsWith(".json")) return [path];
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
