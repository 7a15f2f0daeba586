// What the service worker does when a page asks it to.
import type { Question, SiteState, StoreOutcome, StoreReport } from "../messages.js";
import { isFormerTab } from "./formerTabs.js";
import { forget, recall, remember } from "./keptState.js";
import { removeSite, siteBytes, storedBytes, storeSite } from "./siteCache.js";

const scope = self as unknown as ServiceWorkerGlobalScope;

export async function answerMessage(event: ExtendableMessageEvent): Promise<void> {
  const question = event.data as Question;
  const [port] = event.ports;
  switch (question.type) {
    case "store":
      return store(event, question.asked, port);
    case "cancel":
      current?.controller.abort();
      return;
    case "remove":
      current?.controller.abort();
      await current?.outcome;
      await removeSite();
      await remember("unwanted", true);
      port?.postMessage(true);
      return;
    case "state":
      port?.postMessage(await state(event));
      return;
    case "takeOver":
      return scope.skipWaiting();
  }
}

async function state({ source }: ExtendableMessageEvent): Promise<SiteState> {
  const isFormer = source instanceof Client && (await isFormerTab(source.id));
  return { version: SITE_VERSION, bytes: siteBytes, storedBytes: await storedBytes(), isFormer };
}

/** The files are fetched once, whoever asks for them meanwhile. */
let current: { controller: AbortController; outcome: Promise<StoreOutcome> } | undefined;
const asking = new Set<MessagePort>();

async function store(
  event: ExtendableEvent,
  asked: boolean,
  port: MessagePort | undefined,
): Promise<void> {
  if (asked) await forget("unwanted");
  else if (await recall("unwanted")) {
    tell({ type: "ended", outcome: "unwanted" }, port);
    return;
  }
  if (port) asking.add(port);
  const storing = (current ??= begin(event));
  const outcome = await storing.outcome;
  current = undefined;
  if (port) asking.delete(port);
  tell({ type: "ended", outcome }, port);
}

function begin(event: ExtendableEvent) {
  const controller = new AbortController();
  const onStored = (stored: number) => {
    for (const port of asking)
      tell({ type: "progress", storedBytes: stored, bytes: siteBytes }, port);
  };
  return { controller, outcome: storeSite({ event, signal: controller.signal, onStored }) };
}

function tell(report: StoreReport, port: MessagePort | undefined): void {
  port?.postMessage(report);
}
