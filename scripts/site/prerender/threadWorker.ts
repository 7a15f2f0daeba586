// The browser's Worker as a thread of Node, for modules that the site was built with.
import { readFileSync } from "node:fs";
import { Worker as Thread } from "node:worker_threads";
import { transformSync } from "esbuild";

const { Event: NodeEvent, MessageEvent: NodeMessageEvent } = globalThis;
const scope = readFileSync(new URL("workerScope.ts", import.meta.url), "utf8");
/** As an address: a thread knows no TypeScript. */
const SCOPE = new URL(
  `data:text/javascript,${encodeURIComponent(transformSync(scope, { loader: "ts" }).code)}`,
);

export class ThreadWorker extends EventTarget {
  onmessage: ((event: MessageEvent) => void) | undefined;
  onerror: ((event: Event) => void) | undefined;
  private readonly thread: Thread;

  constructor(url: string | URL) {
    super();
    this.thread = new Thread(SCOPE, { workerData: String(url) });
    this.thread.unref();
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
    void this.thread.terminate();
  }
}
