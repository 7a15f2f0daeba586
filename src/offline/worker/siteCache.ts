// The files of this version of the site, kept as a whole: pages are answered from here only when every file is here, so
// that no page meets the code of another version. One cache holds those of all versions: an update costs what changed.
import { PrecacheController } from "workbox-precaching";
import type { StoreOutcome } from "../messages.js";
import { isolating } from "./isolating.js";
import { forget, recall, remember } from "./keptState.js";

const { scope } = (self as unknown as ServiceWorkerGlobalScope).registration;
export const SITE_CACHE = `red-convolucional-sitio ${new URL(scope).pathname}`;

export const siteCache = new PrecacheController({ cacheName: SITE_CACHE, plugins: [isolating] });
siteCache.addToCacheList(
  SITE_FILES.map(({ url, revision, integrity }) => ({
    url,
    revision,
    ...(integrity && { integrity }),
  })),
);

const files = SITE_FILES.map((file) => {
  const url = new URL(file.url, scope).href;
  return { ...file, url, key: siteCache.getCacheKeyForURL(url)! };
});
export const siteBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);

export async function storedBytes(): Promise<number> {
  const keys = await storedKeys();
  return files.reduce((sum, { key, bytes }) => sum + (keys.has(key) ? bytes : 0), 0);
}

async function storedKeys(): Promise<Set<string>> {
  if (!(await caches.has(SITE_CACHE))) return new Set();
  const cache = await caches.open(SITE_CACHE);
  return new Set((await cache.keys()).map(({ url }) => url));
}

/** The versions that pages may be answered from; the one at work is among them, or none is. */
export async function wholeVersions(): Promise<string[]> {
  return (await recall("whole")) ?? [];
}

let whole: Promise<boolean> | undefined;

/** Whether every file is there; looked up once, and again after `lookAgain`. */
export function isWhole(): Promise<boolean> {
  return (whole ??= lookForAll().catch(() => false));
}

export function lookAgain(): void {
  whole = undefined;
}

/** What is known to have been whole, and has lost a file, is not looked up again before it has been mended. */
async function lookForAll(): Promise<boolean> {
  const versions = await wholeVersions();
  if (!versions.includes(SITE_VERSION)) return false;
  const keys = await storedKeys();
  const isThere = files.every(({ key }) => keys.has(key));
  if (!isThere)
    await remember(
      "whole",
      versions.filter((version) => version !== SITE_VERSION),
    );
  return isThere;
}

export interface StoreOptions {
  event: ExtendableEvent;
  signal?: AbortSignal;
  onStored?: (storedBytes: number) => void;
  /** Whether to reject, with what has happened, instead of telling that it has failed. */
  rejects?: boolean;
}

/** Fetches what is missing, one file after another. */
export async function storeSite(options: StoreOptions): Promise<StoreOutcome> {
  try {
    await storeFiles(options);
    const others = (await wholeVersions()).filter((version) => version !== SITE_VERSION);
    await remember("whole", [...others, SITE_VERSION]);
    return "whole";
  } catch (error) {
    if (options.signal?.aborted) return "cancelled";
    if ((error as Error).name === "QuotaExceededError") return "full";
    if (options.rejects) throw error;
    return "failed";
  } finally {
    lookAgain();
  }
}

async function storeFiles({ event, signal, onStored }: StoreOptions): Promise<void> {
  const keys = await storedKeys();
  let bytes = 0;
  for (const file of files) {
    signal?.throwIfAborted();
    if (!keys.has(file.key)) await storeFile(file, event);
    bytes += file.bytes;
    onStored?.(bytes);
  }
}

/** The strategy keeps files only for an event of this type, and the reader's wish may come in another one. */
async function storeFile(
  { url, key, revision, integrity = "" }: (typeof files)[number],
  event: ExtendableEvent,
): Promise<void> {
  const request = new Request(url, {
    integrity,
    cache: revision === null ? "default" : "reload",
    credentials: "same-origin",
  });
  const installing = {
    type: "install",
    waitUntil: (work: Promise<unknown>) => {
      event.waitUntil(work);
    },
  } as ExtendableEvent;
  const options = { params: { cacheKey: key }, request, event: installing };
  await Promise.all(siteCache.strategy.handleAll(options));
}

export async function removeSite(): Promise<void> {
  await caches.delete(SITE_CACHE);
  await forget("whole");
  lookAgain();
}

/** Leaves the files of this version alone. */
export async function removeFormerFiles(event: ExtendableEvent): Promise<void> {
  await siteCache.activate(event);
  const versions = await wholeVersions();
  await remember(
    "whole",
    versions.filter((version) => version === SITE_VERSION),
  );
}
