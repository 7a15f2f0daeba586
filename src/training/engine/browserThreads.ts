// Further threads of the engine in a browser. They need shared memory, which a page has only if it is
// isolated from other origins.
import type { StartThread, Threads } from "./helperThreads.js";
import { InternalError } from "../../lib/errors/internalError.js";

/** More threads than these wait for each other longer than they work, at twenty images a batch. */
const MOST_THREADS = 4;

/** How many threads this page may use. */
export function availableThreads(): number {
  if (!globalThis.crossOriginIsolated || typeof SharedArrayBuffer === "undefined") return 1;
  return Math.max(1, Math.min(MOST_THREADS, navigator.hardwareConcurrency));
}

/** A thread that has not started by then will not. */
const PATIENCE_MS = 10_000;

const start: StartThread = (task) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(import.meta.resolve("./thread.js"), { type: "module" });
    const fail = (error: InternalError) => {
      worker.terminate();
      reject(error);
    };
    const tooLate = setTimeout(() => {
      fail(new InternalError("a thread does not start"));
    }, PATIENCE_MS);
    worker.onmessage = () => {
      clearTimeout(tooLate);
      resolve({
        terminate: () => {
          worker.terminate();
        },
      });
    };
    worker.onerror = (event) => {
      event.preventDefault();
      clearTimeout(tooLate);
      fail(new InternalError(event.message));
    };
    worker.postMessage(task);
  });

/** @param wanted 0: as many as there may be */
export function browserThreads(wanted = 0): Threads | undefined {
  const available = availableThreads();
  const count = wanted === 0 ? available : Math.min(wanted, available);
  return count > 1 ? { count, start } : undefined;
}
