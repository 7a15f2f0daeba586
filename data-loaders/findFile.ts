// Finds one verified file of the data set: asks the sources in order, keeps what came from outside in
// the cache, and lets one process at a time do so, so that loaders side by side do not download twice.
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { lock } from "proper-lockfile";
import type { IdxFile } from "./idxFiles.js";
import { CACHE_FOLDER, defaultSources, folderSource, type Source } from "./sources.js";
import { verifyIdx } from "./verifyIdx.js";

/**
 * The values of the file: pixels [N,28,28] or labels [N]. Throws, naming the file, every source tried
 * and its failure, and what to do.
 */
export async function findFile(
  file: IdxFile,
  { sources = defaultSources(), cache = CACHE_FOLDER }: { sources?: Source[]; cache?: string } = {},
): Promise<Uint8Array> {
  const failures: string[] = [];
  async function ask(source: Source): Promise<Uint8Array | undefined> {
    try {
      const bytes = await source.read(file.name);
      const values = verifyIdx(bytes, file);
      if (!source.local) await keep(bytes, join(cache, `${file.name}.gz`));
      return values;
    } catch (error) {
      failures.push(`${source.name}: ${(error as Error).message}`);
      return undefined;
    }
  }

  for (const source of sources.filter(({ local }) => local)) {
    const values = await ask(source);
    if (values) return values;
  }
  mkdirSync(cache, { recursive: true });
  const release = await lock(cache, LOCK_OPTIONS);
  try {
    // Another process may have filled the cache while this one waited.
    const remote = sources.filter(({ local }) => !local);
    for (const source of [folderSource("the cache, after waiting", cache), ...remote]) {
      const values = await ask(source);
      if (values) return values;
    }
  } finally {
    await release();
  }
  throw new Error(notFound(file, { failures, cache }));
}

/** Waits up to some five minutes for a process that downloads; a dead one's lock expires in 30 s. */
const LOCK_OPTIONS = {
  stale: 30_000,
  retries: { retries: 300, factor: 1, minTimeout: 1000, maxTimeout: 1000 },
};

function notFound(
  { name, shape, sha256 }: IdxFile,
  { failures, cache }: { failures: string[]; cache: string },
): string {
  return [
    `${name}: no source has the file (shape [${shape.join(",")}], SHA-256 ${sha256})`,
    ...failures.map((failure) => `  - ${failure}`),
    "What to do: put the four files of https://github.com/zalandoresearch/fashion-mnist",
    `(.gz or not) into ${cache}, or into a folder named by FASHION_MNIST_DIR, and run this again.`,
  ].join("\n");
}

/** Writes the file whole or not at all. */
async function keep(bytes: Uint8Array, path: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(temporary, bytes[0] === 0x1f ? bytes : gzipSync(bytes));
  await rename(temporary, path);
}
