// The trainer that a run gets: the engine, or tfjs where the engine does not know a layer, where the
// browser lacks vectors in WebAssembly, or where the reader chose a backend by hand.
import { type Backend, BackendError, chooseBackend, type LoadBackend } from "./chooseBackend.js";
import { createEngineTrainer, type Threads } from "./engineTrainer.js";
import { createTfjsTrainer } from "./tfjsTrainer.js";
import type { CreateTrainer } from "./trainer.js";
import { UnsupportedNetworkError } from "../engine/networkPlan.js";

export interface TrainerChoice {
  loadBackend: LoadBackend;
  /** A backend of tfjs, chosen by hand. */
  backend?: Backend | undefined;
  /** The engine's. Left out: one. */
  threads?: Threads | undefined;
  /** Told in Spanish when the engine cannot, and why. */
  onFallback?: (message: string) => void;
}

export function trainerFor(choice: TrainerChoice): CreateTrainer {
  const { loadBackend, backend, threads, onFallback } = choice;
  return async (request) => {
    if (backend !== undefined) {
      try {
        await chooseBackend(loadBackend, backend);
        return await createTfjsTrainer(request);
      } catch (error) {
        if (!(error instanceof BackendError)) throw error;
        onFallback?.(
          `TensorFlow.js no puede calcular con «${backend}» en esta máquina. Se entrena con el motor propio.`,
        );
      }
    }
    try {
      return await createEngineTrainer(request, threads);
    } catch (error) {
      const reason = whyNotEngine(error);
      onFallback?.(`${reason} Se entrena con TensorFlow.js, que calcula lo mismo más despacio.`);
    }
    await chooseBackend(loadBackend);
    return createTfjsTrainer(request);
  };
}

/** Rethrows what is no limit of the engine or of the browser. */
function whyNotEngine(error: unknown): string {
  if (error instanceof UnsupportedNetworkError) return error.message;
  if (error instanceof WebAssembly.CompileError) {
    return "Este navegador no tiene instrucciones vectoriales (SIMD) en WebAssembly, que el motor rápido necesita.";
  }
  throw error;
}
