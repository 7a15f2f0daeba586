// Registers the site's service worker; each page does. The built site's keeps its files and isolates its pages
// (src/offline/worker/), the one of `npm start` only isolates them.

/** Whether the browser has service workers for this page: not over plain http, nor where they are switched off. */
export function hasWorkers(): boolean {
  return isSecureContext && "serviceWorker" in navigator;
}

/** Rejects where the browser refuses, in a private window, say. */
export async function registerWorker(): Promise<ServiceWorkerRegistration> {
  const { pathname } = new URL(import.meta.url);
  const scope = pathname.replace(/\/_(import|code)\/.*/, "/");
  const script = `${scope}serviceWorker.js`;
  const { serviceWorker } = navigator;
  // As a module only while developing: `npm start` serves it as one.
  return serviceWorker
    .register(script, { scope })
    .catch(() => serviceWorker.register(script, { scope, type: "module" }));
}
