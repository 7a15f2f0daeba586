// «Disponible sin conexión»: one button that keeps the whole site in this browser, says what is there, and removes it.
import { fullMessage, HOST_FAILED, INSECURE, NO_WORKERS } from "./describeOffline.js";
import { initialOffline, isChanging, type OfflineEvent, offlineMachine } from "./offlineMachine.js";
import { offlineView } from "./offlineView.js";
import type { DatasetFiles } from "../../lib/dataset/packedFiles.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";
import { keepAll, type KeptSite, lookAtKept, removeAll } from "../../lib/offline/keptSite.js";
import { hasWorkers } from "../../offline/registerWorker.js";

/** The service worker keeps the pages by itself, and tells nobody. */
const LOOK_MS = 2000;

type Send = (event: OfflineEvent) => void;

/** @param options.invalidation the cell's: what is being kept is cancelled by it */
export function offlinePanel(
  files: DatasetFiles,
  { invalidation }: { invalidation?: Promise<unknown> } = {},
): HTMLElement {
  let state = initialOffline;
  let controller = new AbortController();
  const cancel = () => {
    controller.abort();
  };
  void invalidation?.then(cancel);
  const send: Send = (event) => {
    const before = state;
    state = offlineMachine(before, event);
    if (state === before) return;
    view.show(state);
    if (event.type === "cancelAsked") cancel();
    if (event.type === "removeAsked") void remove(files, send);
    if (event.type === "keepAsked") {
      controller = new AbortController();
      void keep(files, { send, signal: controller.signal });
    }
  };
  const view = offlineView(send);
  view.show(state);
  void look(files, send);
  const looking = setInterval(() => {
    if (isChanging(state)) void look(files, send);
  }, LOOK_MS);
  void invalidation?.then(() => {
    clearInterval(looking);
  });
  return view.element;
}

async function look(files: DatasetFiles, send: Send): Promise<void> {
  const reason = globalThis.isSecureContext ? NO_WORKERS : INSECURE;
  try {
    if (hasWorkers()) send({ type: "looked", kept: await lookAtKept(files) });
    else send({ type: "unavailable", reason });
  } catch {
    send({ type: "unavailable", reason });
  }
}

async function keep(
  files: DatasetFiles,
  { send, signal }: { send: Send; signal: AbortSignal },
): Promise<void> {
  askToPersist();
  const onProgress = (kept: KeptSite) => {
    send({ type: "progress", kept });
  };
  try {
    const outcome = await keepAll(files, { signal, onProgress });
    const kept = await lookAtKept(files);
    if (signal.aborted || outcome === "cancelled") send({ type: "cancelled", kept });
    else if (outcome === "whole") send({ type: "kept", kept });
    else
      send({ type: "failed", kept, message: outcome === "full" ? fullMessage(kept) : HOST_FAILED });
  } catch (error) {
    const kept = await lookAtKept(files);
    if (signal.aborted) send({ type: "cancelled", kept });
    else send({ type: "failed", kept, message: errorMessage(error) });
  }
}

/** So that the browser does not let it go by itself; some cannot be asked. */
function askToPersist(): void {
  const { storage } = navigator as { storage?: Partial<StorageManager> };
  void storage?.persist?.().catch(() => false);
}

async function remove(files: DatasetFiles, send: Send): Promise<void> {
  await removeAll();
  send({ type: "removed", kept: await lookAtKept(files) });
}
