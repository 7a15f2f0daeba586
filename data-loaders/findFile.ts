// Finds verified files of the data set: asks the sources in order, keeps what came from outside in the
// cache, and lets one process at a time do so, so that loaders side by side do not download twice.
import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { folderSource } from "./folderSource.js";
import type { IdxFile } from "./idxFiles.js";
import { lockCache } from "./lockCache.js";
import { AbsentError, type Source } from "./source.js";
import { CACHE_FOLDER, defaultSources } from "./sources.js";
import { verifyIdx } from "./verifyIdx.js";

export interface FindOptions {
  sources?: Source[];
  /** The folder that keeps what was downloaded. */
  cache?: string;
}

/**
 * The values of the file: pixels [N,28,28] or labels [N]. Throws, naming the file, every source tried
 * and its failure, and what to do.
 */
export async function findFile(file: IdxFile, options: FindOptions = {}): Promise<Uint8Array> {
  return (await findFiles([file], options))[0]!;
}

/** As findFile, for several. The lock is held over all of them: one source may bring all at once. */
export async function findFiles(
  files: readonly IdxFile[],
  { sources = defaultSources(), cache = CACHE_FOLDER }: FindOptions = {},
): Promise<Uint8Array[]> {
  const found = new Map<IdxFile, Uint8Array>();
  const failures = new Map<IdxFile, string[]>(files.map((file) => [file, []]));

  async function ask(file: IdxFile, asked: readonly Source[]): Promise<void> {
    for (const source of asked) {
      try {
        const bytes = await source.read(file.name);
        const values = verifyIdx(bytes, file);
        found.set(file, values);
        if (!source.local) await keep(bytes, join(cache, `${file.name}.gz`)).catch(tellUnsaved);
        return;
      } catch (error) {
        const failure = `${source.name}: ${(error as Error).message}`;
        failures.get(file)!.push(failure);
        if (!(error instanceof AbsentError)) process.stderr.write(`${file.name}: ${failure}\n`);
      }
    }
  }

  async function fetchMissing(missing: readonly IdxFile[]): Promise<void> {
    // Another process may have filled the cache while this one waited.
    const waited = folderSource("the cache, once it was free", cache);
    const remote = [waited, ...sources.filter((source) => !source.local)];
    for (const file of missing) {
      await ask(file, remote);
      if (!found.has(file)) throw new Error(notFound(file, failures.get(file)!, cache));
    }
  }

  const local = sources.filter((source) => source.local);
  for (const file of files) await ask(file, local);
  const missing = files.filter((file) => !found.has(file));
  if (missing.length > 0) await whileLocked(cache, () => fetchMissing(missing));
  return files.map((file) => found.get(file)!);
}

/** Does the work alone, or, where nothing can be written, beside whoever else does it. */
async function whileLocked(cache: string, work: () => Promise<void>): Promise<void> {
  const release = await lockCache(cache).catch((error: unknown) => {
    if ((error as { code?: unknown }).code === undefined) throw error; // held by another for too long
    tellUnsaved(error);
    return () => Promise.resolve();
  });
  try {
    await work();
  } finally {
    await release();
  }
}

function notFound({ name, shape, sha256 }: IdxFile, failures: string[], cache: string): string {
  return [
    `${name}: no source has the file (shape [${shape.join(",")}], SHA-256 ${sha256})`,
    ...failures.map((failure) => `  - ${failure}`),
    "What to do: put the four files of https://github.com/zalandoresearch/fashion-mnist",
    `(.gz or not) into ${cache}, or into a folder named by FASHION_MNIST_DIR, and run this again.`,
    "On Debian, `apt install dataset-fashion-mnist` will do as well.",
  ].join("\n");
}

/** A cache that cannot be written costs only the time to fetch everything again. */
function tellUnsaved(error: unknown): void {
  process.stderr.write(`what is fetched cannot be kept: ${(error as Error).message}\n`);
}

/** Writes the file whole or not at all. */
async function keep(bytes: Uint8Array, path: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(temporary, bytes[0] === 0x1f ? bytes : gzipSync(bytes));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
