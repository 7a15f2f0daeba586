// Registers the built site's service worker, which keeps its files and isolates its pages (src/offline/worker/); each
// page does. `npm start` has none.

/** Whether the browser has service workers for this page: not over plain http, nor where they are switched off. */
export function hasWorkers(): boolean {
  return isSecureContext && "serviceWorker" in navigator;
}

/** Rejects where the browser refuses, in a private window, say. */
export async function registerWorker(): Promise<ServiceWorkerRegistration> {
  const { pathname } = new URL(import.meta.url);
  const scope = pathname.replace(/\/_(import|code)\/.*/, "/");
  const script = `${scope}serviceWorker.js`;
  return navigator.serviceWorker.register(script, { scope });
}
