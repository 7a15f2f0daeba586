import { loadNodeBackend } from "../../../scripts/training/nodeTrainer.js";
import type { TrainerRequest } from "../../../src/training/loop/trainer.js";
import type { Backend } from "../../../src/training/tfjs/chooseBackend.js";
import { trainerFor } from "../../../src/training/worker/createTrainer.js";

/** The trainer, and what the reader is told on the way. */
export async function trainerWithNotices(request: TrainerRequest, backend?: Backend) {
  const notices: string[] = [];
  const create = trainerFor({
    loadBackend: loadNodeBackend,
    backend,
    onFallback: (message) => notices.push(message),
  });
  return { trainer: await create(request), notices };
}
