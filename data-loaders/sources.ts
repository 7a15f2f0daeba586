// Where the data set may come from, in the order in which the places are asked. Each gives the bytes
// of one file, or throws saying why it cannot. Nothing it gives is trusted before verifyIdx.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface Source {
  /** For messages. */
  name: string;
  /** On this machine: asked without waiting for other processes, and not copied. */
  local: boolean;
  /** @param fileName without `.gz` */
  read(fileName: string): Promise<Uint8Array>;
}

export const CACHE_FOLDER = ".cache/fashion-mnist";
const PACKAGE = "dataset-fashion-mnist";
const ADDRESSES = [
  "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com",
  "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion",
];
const CONNECT_TIMEOUT_MS = 10_000;
const DOWNLOAD_TIMEOUT_MS = 120_000;
const DOWNLOAD_TRIES = 3;

export function defaultSources(): Source[] {
  const { FASHION_MNIST_DIR } = process.env;
  return [
    ...(FASHION_MNIST_DIR
      ? [folderSource(`FASHION_MNIST_DIR=${FASHION_MNIST_DIR}`, FASHION_MNIST_DIR)]
      : []),
    folderSource(`the project's cache ${CACHE_FOLDER}`, CACHE_FOLDER),
    installedPackageSource(),
    ...ADDRESSES.map((address) => httpSource(address)),
    downloadedPackageSource(),
  ];
}

/** A folder with the files, compressed or not. */
export function folderSource(name: string, folder: string): Source {
  return {
    name,
    local: true,
    async read(fileName) {
      const path = [`${fileName}.gz`, fileName]
        .map((file) => join(folder, file))
        .find((file) => existsSync(file));
      if (path === undefined) throw new Error("not there");
      return readFile(path);
    },
  };
}

/** The Debian package, if it is installed. */
function installedPackageSource(): Source {
  return {
    name: `the installed Debian package ${PACKAGE}`,
    local: true,
    async read(fileName) {
      const { stdout } = await run("dpkg", ["-L", PACKAGE]).catch(() => {
        throw new Error("not installed");
      });
      const path = stdout.split("\n").find((line) => line.endsWith(`/${fileName}.gz`));
      if (path === undefined) throw new Error(`${fileName}.gz is not in the package`);
      return readFile(path);
    },
  };
}

/** A web address of a folder with the compressed files. A host that once failed is not asked again. */
export function httpSource(
  address: string,
  { tries = DOWNLOAD_TRIES, pauseMs = 1000 } = {},
): Source {
  let unreachable: Error | undefined;
  return {
    name: address,
    local: false,
    async read(fileName) {
      if (unreachable) throw unreachable;
      const url = `${address}/${fileName}.gz`;
      for (let attempt = 1; ; attempt++) {
        try {
          process.stderr.write(`downloading ${url}\n`);
          return await download(url);
        } catch (error) {
          const problem = new Error(describe(error), { cause: error });
          if (isFinal(error)) throw (unreachable = problem);
          if (attempt === tries) throw problem;
          await new Promise((resolve) => setTimeout(resolve, attempt * pauseMs));
        }
      }
    },
  };
}

class HttpStatusError extends Error {}

async function download(url: string): Promise<Uint8Array> {
  const connecting = new AbortController();
  const timer = setTimeout(() => {
    connecting.abort(new Error(`no answer in ${CONNECT_TIMEOUT_MS / 1000} s`));
  }, CONNECT_TIMEOUT_MS);
  const signal = AbortSignal.any([connecting.signal, AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS)]);
  try {
    const response = await fetch(url, { signal });
    clearTimeout(timer);
    if (!response.ok) throw new HttpStatusError(`HTTP ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  } finally {
    clearTimeout(timer);
  }
}

/** No name, no route, or a clear refusal: asking again would not help. */
function isFinal(error: unknown): boolean {
  if (error instanceof HttpStatusError) return true;
  const code = (error as { cause?: { code?: string } }).cause?.code ?? "";
  return ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ENETUNREACH", "EHOSTUNREACH"].includes(code);
}

function describe(error: unknown): string {
  const { message, cause } = error as { message: string; cause?: { message?: string } };
  return cause?.message ? `${message} (${cause.message})` : message;
}

/** The Debian package, fetched into a folder of its own; nothing is installed. */
function downloadedPackageSource(): Source {
  let files: Promise<Map<string, Uint8Array>> | undefined;
  return {
    name: `apt-get download ${PACKAGE}`,
    local: false,
    async read(fileName) {
      files ??= fetchPackage();
      const bytes = (await files).get(`${fileName}.gz`);
      if (!bytes) throw new Error(`${fileName}.gz is not in the package`);
      return bytes;
    },
  };
}

async function fetchPackage(): Promise<Map<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), "fashion-mnist-"));
  try {
    process.stderr.write(`downloading the Debian package ${PACKAGE}\n`);
    await aptDownload(folder);
    const archive = readdirSync(folder).find((name) => name.endsWith(".deb"));
    if (archive === undefined) throw new Error("apt-get left no package");
    await run("dpkg-deb", ["-x", join(folder, archive), join(folder, "content")]);
    const files = new Map<string, Uint8Array>();
    for (const path of readdirSync(join(folder, "content"), {
      recursive: true,
      encoding: "utf8",
    })) {
      if (!path.endsWith("-ubyte.gz")) continue;
      const name = path.slice(dirname(path).length + 1);
      files.set(name, await readFile(join(folder, "content", path)));
    }
    return files;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function aptDownload(folder: string): Promise<void> {
  const attempt = () => run("apt-get", ["download", "-q", PACKAGE], { cwd: folder });
  try {
    await attempt();
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") {
      throw new Error("apt-get is not on this machine", { cause: error });
    }
    if (process.getuid?.() !== 0) throw error;
    await run("apt-get", ["update", "-q"]); // a fresh machine has no list of packages yet
    await attempt();
  }
}
