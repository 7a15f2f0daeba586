// The browser's Worker as a thread of Node, for modules that the site was built with.
import { Worker as Thread } from "node:worker_threads";
import { newCount } from "./underWay.js";

const { Event: NodeEvent, MessageEvent: NodeMessageEvent } = globalThis;
/** Bundled beside this module's bundle, for a thread knows no TypeScript. */
const SCOPE = new URL("workerScope.mjs", import.meta.url);

/** What the page and its workers have under way. */
export const underWay = newCount();
const threads = new Set<Thread>();

/** For how long the workers have computed so far, in ms. */
export function workersActiveMs(): number {
  return [...threads].reduce(
    (sum, { performance }) => sum + performance.eventLoopUtilization().active,
    0,
  );
}

export class ThreadWorker extends EventTarget {
  onmessage: ((event: MessageEvent) => void) | undefined;
  onerror: ((event: Event) => void) | undefined;
  private readonly thread: Thread;

  constructor(url: string | URL) {
    super();
    Atomics.add(underWay, 0, 1); // until it has begun
    this.thread = new Thread(SCOPE, { workerData: { address: String(url), count: underWay } });
    this.thread.unref();
    threads.add(this.thread);
    this.thread.on("message", (data: unknown) => {
      this.onmessage?.(new NodeMessageEvent("message", { data }));
    });
    this.thread.on("error", ({ message }) => {
      const event = new NodeEvent("error", { cancelable: true });
      this.onerror?.(Object.assign(event, { message }));
    });
  }

  postMessage(message: unknown, given?: ArrayBuffer[] | { transfer?: ArrayBuffer[] }): void {
    this.thread.postMessage(message, Array.isArray(given) ? given : given?.transfer);
  }

  terminate(): void {
    threads.delete(this.thread);
    void this.thread.terminate();
  }
}
