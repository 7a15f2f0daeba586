// The trainer that a run gets: the engine, or tfjs where the engine does not know a layer, where the
// browser lacks what the engine needs, or where the reader chose a backend by hand.
import {
  type Backend,
  BackendError,
  chooseBackend,
  type LoadBackend,
} from "../tfjs/chooseBackend.js";
import { createEngineTrainer } from "../engine/engineTrainer.js";
import type { Threads } from "../engine/helperThreads.js";
import { checkDilation } from "../tfjs/checkDilation.js";
import { graphicsCard } from "../tfjs/graphicsCard.js";
import { missingGradient } from "../tfjs/missingGradient.js";
import { createTfjsTrainer } from "../tfjs/tfjsTrainer.js";
import type { InspectableTrainer, TrainerRequest } from "../loop/trainer.js";
import { EngineUnavailableError } from "../../engine/program/engineUnavailable.js";
import { UnsupportedNetworkError } from "../../engine/plan/networkPlan.js";
import { parseTopology } from "../../lib/network/topology.js";
import { ReaderError } from "../../lib/errors/readerError.js";

export interface TrainerChoice {
  loadBackend: LoadBackend;
  /** A backend of tfjs, chosen by hand. */
  backend?: Backend | undefined;
  /** The engine's. Left out: one. */
  threads?: Threads | undefined;
  /** Told in Spanish when the engine, or the backend chosen, cannot, and why; or that it is slow here. */
  onFallback?: (message: string) => void;
}

/** Its trainers reject, in Spanish, for a network or images that nobody can train with. */
export function trainerFor(
  choice: TrainerChoice,
): (request: TrainerRequest) => Promise<InspectableTrainer> {
  const { backend, onFallback } = choice;
  return async (request) => {
    checkDilation(parseTopology(request.topology));
    if (backend !== undefined) {
      try {
        return await trainerOfTfjs(request, choice);
      } catch (error) {
        if (!(error instanceof BackendError)) throw error;
        onFallback?.(`${error.message} Se entrena con el motor propio.`);
      }
    }
    try {
      return await trainerOfEngine(request, choice);
    } catch (error) {
      if (!isEngineLimit(error)) throw error;
      onFallback?.(
        `${error.message} Se entrena con TensorFlow.js, que calcula lo mismo más despacio.`,
      );
    }
    return trainerOfTfjs(request, { ...choice, backend: undefined });
  };
}

/** With one thread if there is no memory to share; whether that helps is the browser's secret. */
async function trainerOfEngine(
  request: TrainerRequest,
  { threads, onFallback }: TrainerChoice,
): Promise<InspectableTrainer> {
  try {
    return await createEngineTrainer(request, threads);
  } catch (error) {
    const isMemory = error instanceof EngineUnavailableError && error.lack === "memory";
    if (!isMemory || threads === undefined) throw error;
    const trainer = await createEngineTrainer(request);
    onFallback?.("El navegador no da memoria para varios hilos. Se entrena con uno solo.");
    return trainer;
  }
}

/** Whether it is a limit of the engine or of the browser, told in Spanish, and tfjs may do it; the rest is our fault. */
export function isEngineLimit(error: unknown): error is Error {
  return error instanceof UnsupportedNetworkError || error instanceof EngineUnavailableError;
}

/** On the backend asked for, or the best; on tfjs's plain one if that lacks the gradient of a layer. */
async function trainerOfTfjs(
  request: TrainerRequest,
  { loadBackend, backend, onFallback }: TrainerChoice,
): Promise<InspectableTrainer> {
  const chosen = await chooseBackend(loadBackend, backend);
  if (await isImitated(chosen)) {
    onFallback?.(
      `Aquí no hay tarjeta gráfica que el navegador pueda usar: la imita el procesador. TensorFlow.js calcula bien con «${chosen}», pero mucho más despacio que el motor propio.`,
    );
  }
  const missing = await missingGradient(request.topology);
  if (missing === undefined) return createTfjsTrainer(request);
  await chooseBackend(loadBackend, "cpu");
  const missingAnywhere = await missingGradient(request.topology);
  if (missingAnywhere !== undefined) {
    throw new ReaderError(`TensorFlow.js no sabe entrenar esta red (${missingAnywhere}).`);
  }
  onFallback?.(
    `TensorFlow.js no sabe derivar alguna capa de esta red con «${chosen}»; calcula con «cpu», más despacio.`,
  );
  return createTfjsTrainer(request);
}

async function isImitated(backend: Backend): Promise<boolean> {
  const isOnCard = backend === "webgpu" || backend === "webgl";
  return isOnCard && (await graphicsCard(backend)) === "imitated";
}
