// Bundles of valibot only what the site's modules use, in the place where Framework would put the whole
// library (and takes what it finds): Framework bundles a package once for all who import it, and so cannot
// leave anything out. A sixth of the bytes.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, versioned } from "./bundleTfjs.js";

const NAME = "valibot";

export async function bundleValibot(cacheFolder: string, sourceFolder = "src"): Promise<void> {
  const folder = join(cacheFolder, "_node", versioned(NAME));
  mkdirSync(folder, { recursive: true });
  const names = usedNames(sourceFolder).join(", ");
  await bundle(`export { ${names} } from "${NAME}";`, { outfile: join(folder, "index.js") });
}

/** The names of the library that modules use which import it as `v`: `v.string` → `string`. */
export function usedNames(sourceFolder: string): string[] {
  const files = readdirSync(sourceFolder, { recursive: true, encoding: "utf8" });
  const sources = files
    .filter((path) => path.endsWith(".ts") && !path.startsWith(".observablehq"))
    .map((path) => readFileSync(join(sourceFolder, path), "utf8"));
  const users = sources.filter((source) => source.includes(`import * as v from "${NAME}"`));
  const names = users.flatMap((source) => source.match(/(?<=\bv\.)[a-z]\w*/g) ?? []);
  return [...new Set(names)].sort();
}
