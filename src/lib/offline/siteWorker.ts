// The page's side of the service worker: asks it to keep the site, to let it go, and what there is.
import type { Question, SiteState, StoreOutcome, StoreReport } from "../../offline/messages.js";
import { registerWorker } from "../../offline/registerWorker.js";

/** How long a worker may say nothing: browsers end one that takes minutes, and a file may take some. */
const SILENCE_MS = 60_000;

/** Undefined where no worker has begun yet, or none answers. */
export async function askState(worker?: ServiceWorker): Promise<SiteState | undefined> {
  const asked = worker ?? (await navigator.serviceWorker.getRegistration())?.active;
  if (!asked) return undefined;
  return answerOf<SiteState>(asked, { type: "state" });
}

export interface KeepOptions {
  onProgress: (storedBytes: number, bytes: number) => void;
  signal: AbortSignal;
}

/** Rejects where the browser lets no worker be. */
export async function keepSite({ onProgress, signal }: KeepOptions): Promise<StoreOutcome> {
  const worker = await workingWorker();
  const cancel = () => {
    send(worker, { type: "cancel" });
  };
  signal.addEventListener("abort", cancel);
  try {
    return await listen(worker, onProgress);
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

export async function removeSite(): Promise<void> {
  await answerOf(await workingWorker(), { type: "remove" });
}

async function workingWorker(): Promise<ServiceWorker> {
  await registerWorker();
  return (await navigator.serviceWorker.ready).active!;
}

function listen(
  worker: ServiceWorker,
  onProgress: (storedBytes: number, bytes: number) => void,
): Promise<StoreOutcome> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    let silence = setTimeout(resolve, SILENCE_MS, "failed");
    port1.onmessage = ({ data }) => {
      const report = data as StoreReport;
      clearTimeout(silence);
      if (report.type === "ended") {
        resolve(report.outcome);
        return;
      }
      silence = setTimeout(resolve, SILENCE_MS, "failed");
      onProgress(report.storedBytes, report.bytes);
    };
    send(worker, { type: "store", asked: true }, port2);
  });
}

/** Undefined after a while: the worker is one that does not know the question. */
function answerOf<Answer>(worker: ServiceWorker, question: Question): Promise<Answer | undefined> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    setTimeout(resolve, SILENCE_MS, undefined);
    port1.onmessage = ({ data }) => {
      resolve(data as Answer);
    };
    send(worker, question, port2);
  });
}

function send(worker: ServiceWorker, question: Question, port?: MessagePort): void {
  worker.postMessage(question, port ? [port] : []);
}
