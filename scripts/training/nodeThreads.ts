// Further threads of the engine in Node.
import { Worker } from "node:worker_threads";
import type { StartThread, Threads } from "../../src/training/engine/helperThreads.js";

/** What src/training/engine/thread.ts does in a browser; plain JavaScript, since Node runs it as it stands. */
const HELP = `
const { parentPort, workerData: { module, memory, thread } } = require("node:worker_threads");
const { exports } = new WebAssembly.Instance(module, { env: { memory } });
parentPort.postMessage("ready");
exports.help(thread);
`;

const start: StartThread = (task) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(HELP, { eval: true, workerData: task });
    worker.once("message", () => {
      resolve({ terminate: () => void worker.terminate() });
    });
    worker.once("error", reject);
  });

export function nodeThreads(count: number): Threads | undefined {
  return count > 1 ? { count, start } : undefined;
}
