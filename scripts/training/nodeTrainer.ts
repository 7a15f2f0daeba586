// Trainers in Node: the engine, or tfjs on its wasm or cpu backend.
import type { Backend } from "../../src/training/tfjs/chooseBackend.js";
import { trainerFor } from "../../src/training/worker/createTrainer.js";
import { nodeThreads } from "./nodeThreads.js";
import type { CreateTrainer } from "../../src/training/loop/trainer.js";

/**
 * @param name `engine`, or a backend of tfjs: `wasm` or `cpu`
 * @param threads of the engine
 */
export function nodeTrainer(name: string, threads = 1): CreateTrainer {
  const backend = name === "engine" ? undefined : (name as Backend);
  const onFallback = (message: string) => {
    process.stderr.write(`${message}\n`);
  };
  return trainerFor({
    loadBackend: loadNodeBackend,
    backend,
    onFallback,
    threads: nodeThreads(threads),
  });
}

/** In Node the wasm backend finds its own file. */
export async function loadNodeBackend(backend: Backend): Promise<void> {
  if (backend === "wasm") await import("@tensorflow/tfjs-backend-wasm");
}
