// Builds the site a second time, from a copy of the working tree at another place, at a later time and in another time
// zone, and compares it with dist/: the same bytes for everyone, or readers' caches are emptied for nothing. A step of
// `npm test`; says which files differ, and where.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const copy = mkdtempSync(join(tmpdir(), "segunda-"));
try {
  copyTree(copy);
  const { status } = spawnSync(process.execPath, ["--import", "tsx", "scripts/build.ts"], {
    cwd: copy,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, TZ: "Pacific/Kiritimati" },
  });
  if (status !== 0) throw new Error("the second build failed");
  const differences = differingFiles("dist", join(copy, "dist"));
  if (differences.length > 0) {
    console.error(
      `Two builds differ in ${differences.length} files:\n- ${differences.join("\n- ")}`,
    );
    process.exitCode = 1;
  } else console.log("Two builds at two places and times: the same bytes");
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** What is committed or would be, with the libraries as they are installed here. */
function copyTree(folder: string): void {
  const options = { encoding: "utf8", maxBuffer: 50e6 } as const;
  const listed = execFileSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], options);
  for (const path of listed.split("\0").filter(Boolean)) cpSync(path, join(folder, path));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
}

/** Those that only one of the folders has too. */
function differingFiles(one: string, other: string): string[] {
  const names = new Set([one, other].flatMap(filesIn));
  return [...names].sort().flatMap((name) => {
    const [a, b] = [contentOf(join(one, name)), contentOf(join(other, name))];
    if (!a || !b) return `${name}: only in ${a ? one : "the second"}`;
    const at = a.findIndex((byte, i) => byte !== b[i]);
    if (at < 0 && a.length === b.length) return [];
    return `${name}: from byte ${at < 0 ? a.length : at} on, ${excerpt(a, at)} for ${excerpt(b, at)}`;
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function excerpt(content: Buffer, at: number): string {
  return JSON.stringify(content.subarray(Math.max(0, at - 20), at + 40).toString("latin1"));
}
