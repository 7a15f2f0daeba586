// The service worker of `npm start`, where nothing is kept: it isolates the pages. The built site has another one in its
// place, src/offline/worker/serviceWorker.ts.
import { isolated } from "./offline/isolated.js";

const scope = self as unknown as {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
};

interface WorkerEvent {
  request: Request;
  waitUntil(promise: Promise<unknown>): void;
  respondWith(response: Promise<Response>): void;
}

scope.addEventListener("install", (event) => {
  event.waitUntil(scope.skipWaiting());
});

scope.addEventListener("activate", (event) => {
  event.waitUntil(scope.clients.claim());
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOwn = new URL(request.url).origin === location.origin;
  const cannotBeFetched = request.cache === "only-if-cached" && request.mode !== "same-origin";
  if (!isOwn || cannotBeFetched) return;
  event.respondWith(fetch(request).then(isolated));
});
