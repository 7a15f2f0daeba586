// Evaluates a network in a worker, so that the page stays free meanwhile.
import { lostWorkerMessage } from "../worker/lostWorker.js";
import { createTrainingWorker } from "./startTraining.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { Evaluation } from "../../lib/network/metrics.js";
import type { Run } from "../../lib/run/run.js";
import { ReaderError } from "../../lib/errors/readerError.js";

export interface EvaluationOptions {
  signal?: AbortSignal;
}

const TASK = "La evaluación";
/** The worker looks up after each part of the images; no part takes so long. */
const PATIENCE_SECONDS = 120;

/** The evaluation of the run's weights on the images; rejects with a message in Spanish. */
export function evaluateInWorker(
  { topology, checkpoint }: Pick<Run, "topology" | "checkpoint">,
  images: ImageSet,
  { signal }: EvaluationOptions = {},
): Promise<Evaluation> {
  const worker = createTrainingWorker();
  const evaluation = new Promise<Evaluation>((resolve, reject) => {
    signal?.addEventListener("abort", () => {
      reject(signal.reason as Error);
    });
    worker.listener = {
      onReply: (reply) => {
        if (reply.type === "evaluated") resolve(reply.evaluation);
        else if (reply.type === "failed") reject(new ReaderError(reply.message));
      },
      onLost: (loss) => {
        reject(new ReaderError(lostWorkerMessage(TASK, loss)));
      },
      onSilence: (seconds) => {
        if (seconds >= PATIENCE_SECONDS) worker.lose({ kind: "silent" });
      },
    };
    worker.send({ type: "evaluate", topology, weights: checkpoint.weights, images });
  });
  return evaluation.finally(() => {
    worker.terminate();
  });
}
