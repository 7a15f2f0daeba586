// Debian's copy of the data set: the installed package, or the package fetched into a folder of its own
// without installing it, which needs no root.
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { AbsentError, type Source } from "./source.js";

const run = promisify(execFile);
const PACKAGE = "dataset-fashion-mnist";
const CONNECT_TIMEOUT = ["-o", "Acquire::http::Timeout=15", "-o", "Acquire::https::Timeout=15"];
const APT_TIMEOUT_MS = 15 * 60_000;

export function installedPackageSource(): Source {
  return {
    name: `the installed Debian package ${PACKAGE}`,
    local: true,
    async read(fileName) {
      const { stdout } = await run("dpkg", ["-L", PACKAGE]).catch(() => {
        throw new AbsentError("not installed");
      });
      const path = stdout
        .split("\n")
        .find((line) => [`${fileName}.gz`, fileName].includes(basename(line)));
      if (path === undefined) throw new Error("not in the package");
      return readFile(path);
    },
  };
}

export function downloadedPackageSource(): Source {
  let files: Promise<Map<string, Uint8Array>> | undefined;
  return {
    name: `apt-get download ${PACKAGE}`,
    local: false,
    async read(fileName) {
      files ??= fetchPackage();
      const bytes = (await files).get(fileName);
      if (!bytes) throw new Error("not in the package");
      return bytes;
    },
  };
}

/** The package's IDX files, by name without `.gz`. */
async function fetchPackage(): Promise<Map<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), "fashion-mnist-"));
  try {
    process.stderr.write(`downloading the Debian package ${PACKAGE}\n`);
    await aptDownload(folder);
    const archive = readdirSync(folder).find((name) => name.endsWith(".deb"));
    if (archive === undefined) throw new Error("apt-get left no package");
    const content = join(folder, "content");
    await run("dpkg-deb", ["-x", join(folder, archive), content]);
    const files = new Map<string, Uint8Array>();
    for (const path of readdirSync(content, { recursive: true, encoding: "utf8" })) {
      if (!/-ubyte(\.gz)?$/.test(path)) continue;
      files.set(basename(path, ".gz"), await readFile(join(content, path)));
    }
    return files;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function aptDownload(folder: string): Promise<void> {
  const apt = (...args: string[]) =>
    run("apt-get", ["-q", ...CONNECT_TIMEOUT, ...args], { cwd: folder, timeout: APT_TIMEOUT_MS });
  try {
    await apt("download", PACKAGE);
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") {
      throw new Error("apt-get is not on this machine", { cause: error });
    }
    if (process.getuid?.() !== 0) throw error;
    process.stderr.write("apt-get update, since a fresh machine has no list of packages yet\n");
    await apt("update");
    await apt("download", PACKAGE);
  }
}
