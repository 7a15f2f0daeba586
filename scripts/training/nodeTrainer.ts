// The tfjs trainer in Node, on its wasm or cpu backend.
import { type Backend, chooseBackend } from "../../src/training/chooseBackend.js";
import { createTfjsTrainer } from "../../src/training/tfjsTrainer.js";
import type { CreateTrainer } from "../../src/training/trainer.js";

export function nodeTrainer(backend: Backend): CreateTrainer {
  return async (request) => {
    await chooseBackend(loadNodeBackend, backend);
    return createTfjsTrainer(request);
  };
}

/** In Node the wasm backend finds its own file. */
export async function loadNodeBackend(backend: Backend): Promise<void> {
  if (backend === "wasm") await import("@tensorflow/tfjs-backend-wasm");
}
