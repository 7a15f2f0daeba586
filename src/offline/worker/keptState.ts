// What the service worker must remember when it is started again, which browsers do whenever they like: a cache of its
// own, an entry for each thing.

const { scope } = (self as unknown as ServiceWorkerGlobalScope).registration;
const CACHE_NAME = `red-convolucional-estado ${new URL(scope).pathname}`;

interface Kept {
  /** The versions of which every file has come: the one at work and the one that waits may both have theirs. */
  whole: string[];
  /** The reader has removed what was kept. */
  unwanted: true;
  /** The tabs that were open when another version took over: ids of clients. */
  formerTabs: string[];
}

/** Undefined for what is not kept, or where the browser keeps nothing. */
export async function recall<Name extends keyof Kept>(name: Name): Promise<Kept[Name] | undefined> {
  try {
    const entry = await caches.match(address(name), { cacheName: CACHE_NAME });
    return (await entry?.json()) as Kept[Name] | undefined;
  } catch {
    return undefined;
  }
}

export async function remember<Name extends keyof Kept>(
  name: Name,
  value: Kept[Name],
): Promise<void> {
  const cache = await caches.open(CACHE_NAME);
  await cache.put(address(name), Response.json(value));
}

export async function forget(name: keyof Kept): Promise<void> {
  const cache = await caches.open(CACHE_NAME);
  await cache.delete(address(name));
}

function address(name: string): string {
  return `${scope}?${name}`;
}
