// Isolates the page from other origins where the host has not done it, so that training may use several
// threads: registers the service worker that adds the headers, and loads the page again, once, before
// the reader has touched anything. Where service workers are off, and in a frame, which is as isolated as what is around
// it, all works as before, with one thread.
import { hasWorkers, registerWorker } from "./offline/registerWorker.js";

export const RELOADED = "red-convolucional: recargada para aislarla";

if (!crossOriginIsolated && self === top && hasWorkers()) {
  void isolate().catch(() => undefined); // a private window, say: one thread
}

async function isolate(): Promise<void> {
  const untouched = watchTouches();
  await registerWorker();
  await navigator.serviceWorker.ready;
  if (!untouched() || wasReloaded()) return;
  location.reload();
}

/** A function that says whether the reader has done nothing yet. */
function watchTouches(): () => boolean {
  let touched = false;
  for (const type of ["pointerdown", "keydown", "input"]) {
    addEventListener(type, () => (touched = true), { capture: true, once: true });
  }
  return () => !touched;
}

/** Whether this tab has tried already; says yes from then on, and where it cannot remember. */
function wasReloaded(): boolean {
  try {
    const before = sessionStorage.getItem(RELOADED) !== null;
    sessionStorage.setItem(RELOADED, "");
    return before;
  } catch {
    return true;
  }
}
