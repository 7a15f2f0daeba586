// In every page: tells of a new version of the site, which waits until the reader says so. Then it takes over in all
// tabs; this one is loaded again, and the others go on with the version that they show, and are told.
import { LATER } from "./offline/later.js";
import { hasWorkers } from "./offline/registerWorker.js";
import type { VersionEvent } from "./components/offline/versionMachine.js";

if (hasWorkers()) void watch().catch(() => undefined); // in a sandboxed frame, say

async function watch(): Promise<void> {
  const { serviceWorker } = navigator;
  let send: ((event: VersionEvent) => void) | undefined;
  let hadController = serviceWorker.controller !== null;
  serviceWorker.addEventListener("controllerchange", () => {
    if (hadController) void follow();
    hadController = true;
  });
  const registration = await serviceWorker.ready;
  const offer = () => void offerWaiting();
  const watchInstalling = () => {
    registration.installing?.addEventListener("statechange", offer);
  };
  registration.addEventListener("updatefound", watchInstalling);
  watchInstalling(); // on its way already: this code comes late
  offer();

  async function tell(event: VersionEvent): Promise<void> {
    const { versionNotice } = await import("./components/offline/versionNotice.js");
    send ??= versionNotice(registration);
    send(event);
  }

  async function offerWaiting(): Promise<void> {
    const { waiting } = registration;
    if (!waiting || !serviceWorker.controller) return;
    const { askState } = await import("./lib/offline/siteWorker.js");
    const version = (await askState(waiting))?.version;
    if (version === undefined || version === sessionStorage.getItem(LATER)) return;
    await tell({ type: "found", version });
  }

  /** Another worker has taken over. */
  async function follow(): Promise<void> {
    const { askState } = await import("./lib/offline/siteWorker.js");
    await activated(registration.active); // it is told before the worker knows which tabs are there
    if (!(await askState())?.isFormer) return; // nothing was kept of the version that this tab shows
    await tell({ type: "tookOver" });
  }
}

function activated(worker: ServiceWorker | null): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!worker || worker.state === "activated") resolve();
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}
