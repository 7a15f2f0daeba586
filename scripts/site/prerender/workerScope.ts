// What a worker's module finds around it in a thread of Node; threadWorker.ts begins it with the module's address.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { countCompilations, counted } from "./underWay.js";

type Given = ArrayBuffer[] | { transfer?: ArrayBuffer[] } | undefined;

const port = parentPort!;
const { address, count } = workerData as { address: string; count: Int32Array };
const events = new EventTarget();
const scope = globalThis as { onmessage?: (event: MessageEvent) => void };

Object.assign(globalThis, {
  self: globalThis,
  location: new URL(address),
  navigator: { hardwareConcurrency: 1 },
  ImageBitmap: function ImageBitmap() {}, // to tell what is sent from what is none
  fetch: counted(
    count,
    async (url: string | URL) => new Response(await readFile(fileURLToPath(url))),
  ),
  postMessage: (message: unknown, given?: Given) => {
    port.postMessage(message, Array.isArray(given) ? given : given?.transfer);
  },
  addEventListener: events.addEventListener.bind(events),
  removeEventListener: events.removeEventListener.bind(events),
});
Reflect.deleteProperty(globalThis, "process"); // by which TensorFlow.js would take this for Node, and `require` its parts
countCompilations(count);
await import(address);
Atomics.sub(count, 0, 1); // it has begun
port.on("message", (data: unknown) => {
  const event = new MessageEvent("message", { data });
  scope.onmessage?.(event);
  events.dispatchEvent(event);
});
