// The site's one service worker: keeps its files for when there is no network, and isolates the pages where the host has
// not done it. A first one begins at once, with nothing kept; a later one keeps its files first and then waits for the
// reader, if the one before it answers from what is kept.
import { answerMessage } from "./answerMessage.js";
import { router } from "./answerRequest.js";
import { noteFormerTabs } from "./formerTabs.js";
import { storeSite, wholeVersions } from "./siteCache.js";

const scope = self as unknown as ServiceWorkerGlobalScope;

scope.addEventListener("install", (event) => {
  event.waitUntil(install(event));
});

async function install(event: ExtendableEvent): Promise<void> {
  const areKept = (await wholeVersions()).length > 0;
  if (!areKept) return scope.skipWaiting();
  // On a full disk the new version comes from the host; what was kept until now goes with its tabs.
  await storeSite({ event, rejects: true });
}

scope.addEventListener("activate", (event) => {
  event.waitUntil(activate(event));
});

async function activate(event: ExtendableEvent): Promise<void> {
  if ((await wholeVersions()).length > 0) await noteFormerTabs(event);
  await scope.clients.claim();
}

scope.addEventListener("message", (event) => {
  event.waitUntil(answerMessage(event));
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOwn = new URL(request.url).origin === location.origin;
  const cannotBeFetched = request.cache === "only-if-cached" && request.mode !== "same-origin";
  if (!isOwn || cannotBeFetched) return;
  const response = router.handleRequest({ event, request });
  if (response) event.respondWith(response);
});
