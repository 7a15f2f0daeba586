// The browser's cache of the packed files, which all pages and workers of the site share.
import type { DatasetFiles } from "./packedFiles.js";

const CACHE_NAME = "red-convolucional-datos";

/** Undefined where there is none: without https, in Node, in a private window. */
export async function openDataCache(): Promise<Cache | undefined> {
  try {
    // In a sandboxed frame even the name throws.
    return typeof caches === "undefined" ? undefined : await caches.open(CACHE_NAME);
  } catch {
    return undefined;
  }
}

/** Which of the files are there, by name. */
export async function keptNames(
  { urls }: DatasetFiles,
  names: readonly string[],
): Promise<string[]> {
  const cache = await openDataCache();
  const kept: string[] = [];
  for (const name of names) {
    if (await cache?.match(urls[name]!).catch(() => undefined)) kept.push(name);
  }
  return kept;
}

/**
 * Removes all that the site at this address has kept, of earlier versions too.
 * @param root absolute, with a slash at its end
 */
export async function clearDataCache(root: string): Promise<void> {
  const cache = await openDataCache();
  for (const request of (await cache?.keys()) ?? []) {
    if (request.url.startsWith(root)) await cache?.delete(request);
  }
}
