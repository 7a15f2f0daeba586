// The script of an arena's page: starts the worker that its address names, and gives the program that
// drives the page a function to ask it.
import type { Answer } from "./answer.js";

export interface ArenaPage {
  ask(request: unknown): Promise<unknown>;
}

const script = new URL(location.href).searchParams.get("worker")!;
const worker = new Worker(`/${script}`, { type: "module" });

function ask(request: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer<unknown>>) => {
      if ("value" in data) resolve(data.value);
      else reject(new Error(data.error));
    };
    worker.onerror = (event) => {
      reject(new Error(event.message));
    };
    worker.postMessage(request);
  });
}

Object.assign(globalThis, { ask } satisfies ArenaPage);
