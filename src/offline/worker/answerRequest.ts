// What a page's request is answered with. A page: of the cache if that is whole, else of the host, and without network
// whatever there is. A file: of the cache, where those of earlier versions are too.
import { PrecacheRoute } from "workbox-precaching";
import { Route, Router } from "workbox-routing";
import { NetworkOnly } from "workbox-strategies";
import type { RouteHandlerCallbackOptions } from "workbox-core/types.js";
import { isolated } from "../isolated.js";
import { clearFormerFiles } from "./formerTabs.js";
import { isolating } from "./isolating.js";
import { isWhole, lookAgain, SITE_CACHE, siteCache } from "./siteCache.js";

const { scope } = (self as unknown as ServiceWorkerGlobalScope).registration;
const host = new NetworkOnly({ plugins: [isolating] });
/** Links carry parameters, which are for the page's code. */
const kept = new PrecacheRoute(siteCache, { ignoreURLParametersMatching: [/./] });

export const router = new Router();
router.registerRoute(new Route(({ request }) => request.mode === "navigate", answerPage));
router.registerRoute(new Route(({ request }) => request.cache === "reload", fetchAgain));
router.registerRoute(kept);
router.setDefaultHandler(answerOtherFile);

type Options = RouteHandlerCallbackOptions;

async function answerPage(options: Options): Promise<Response> {
  options.event.waitUntil(clearFormerFiles(options.event));
  const cached = (await isWhole()) ? await keptResponse(options.request) : undefined;
  if (cached) return isolated(cached);
  try {
    return await host.handle(options);
  } catch (error) {
    const response = (await keptResponse(options.request)) ?? (await notFound());
    if (!response) throw error;
    return isolated(response);
  }
}

/** What the cache has for an address, which may name a file or, as most hosts allow, do without its ending. */
async function keptResponse(request: Request): Promise<Response | undefined> {
  const key = cacheKey(request);
  const response = key === undefined ? undefined : await cached(key);
  if (key !== undefined && !response) lookAgain();
  return response;
}

function cacheKey(request: Request): string | undefined {
  const options = { request, url: new URL(request.url), sameOrigin: true };
  const match: unknown = kept.match({ ...options, event: {} as ExtendableEvent });
  return (match as { cacheKey: string } | undefined)?.cacheKey;
}

async function notFound(): Promise<Response | undefined> {
  const page = await siteCache.matchPrecache(new URL("404.html", scope).href);
  return page && new Response(page.body, { status: 404, headers: page.headers });
}

/** What the cache has is of no use to the page, which has found it damaged: it is kept anew. */
async function fetchAgain(options: Options): Promise<Response> {
  const response = await host.handle(options);
  const key = cacheKey(options.request);
  if (key === undefined || !response.ok) return response;
  const cache = await caches.open(SITE_CACHE);
  options.event.waitUntil(cache.put(key, response.clone()).catch(() => undefined)); // full
  return response;
}

async function answerOtherFile(options: Options): Promise<Response> {
  const former = await cached(options.request.url);
  return former ? isolated(former) : host.handle(options);
}

function cached(key: string): Promise<Response | undefined> {
  return caches.match(key, { cacheName: SITE_CACHE }).catch(() => undefined);
}
