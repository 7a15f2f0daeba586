// Joins the bar that tells of a new version with the service worker that waits, and with the tabs that train.
import { versionBar } from "./versionBar.js";
import { type VersionEvent, versionMachine, type VersionState } from "./versionMachine.js";
import { isTraining, untilNoTraining } from "../../lib/store/trainingTabs.js";
import { LATER } from "../../offline/later.js";
import type { Question } from "../../offline/messages.js";

type Send = (event: VersionEvent) => void;

/** Puts the bar into the page, empty. Returns what changes its state. */
export function versionNotice(registration: ServiceWorkerRegistration): Send {
  let state: VersionState = { phase: "quiet" };
  let waiting = new AbortController();
  const send: Send = (event) => {
    const before = state;
    state = versionMachine(state, event);
    if (state === before) return;
    bar.show(state);
    waiting.abort();
    if (state.phase === "takingOver") takeOver(registration);
    if (state.phase !== "waiting") return;
    waiting = new AbortController();
    void waitForTraining(waiting.signal, send);
  };
  const bar = versionBar({
    agree: () => void agree(send),
    putOff: () => {
      if ("version" in state) sessionStorage.setItem(LATER, state.version);
      send({ type: "putOff" });
    },
    reload: () => {
      location.reload();
    },
  });
  document.body.append(bar.element);
  return send;
}

async function agree(send: Send): Promise<void> {
  send({ type: "agreed", isTraining: await isTraining() });
}

async function waitForTraining(signal: AbortSignal, send: Send): Promise<void> {
  try {
    await untilNoTraining(signal);
    send({ type: "trainingOver" });
  } catch {
    // The reader has put it off.
  }
}

function takeOver({ waiting }: ServiceWorkerRegistration): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    location.reload();
  });
  const question: Question = { type: "takeOver" };
  waiting?.postMessage(question);
}
