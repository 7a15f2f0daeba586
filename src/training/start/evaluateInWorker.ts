// Evaluates a network in a worker, so that the page stays free meanwhile.
import type { Reply, Request } from "../worker/messages.js";
import { createTrainingWorker } from "./startTraining.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { Evaluation } from "../../lib/network/metrics.js";
import type { Run } from "../../lib/run/run.js";

export interface EvaluationOptions {
  signal?: AbortSignal;
}

/** The evaluation of the run's weights on the images; rejects with a message in Spanish. */
export function evaluateInWorker(
  { topology, checkpoint }: Pick<Run, "topology" | "checkpoint">,
  images: ImageSet,
  { signal }: EvaluationOptions = {},
): Promise<Evaluation> {
  const worker = createTrainingWorker();
  const evaluation = new Promise<Evaluation>((resolve, reject) => {
    const fail = (message: string) => {
      reject(new Error(message));
    };
    signal?.addEventListener("abort", () => {
      reject(signal.reason as Error);
    });
    worker.onerror = (event) => {
      event.preventDefault();
      fail(`La evaluación se ha interrumpido: ${event.message}`);
    };
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.type === "evaluated") resolve(data.evaluation);
      else if (data.type === "failed") fail(data.message);
    };
    const request: Request = { type: "evaluate", topology, weights: checkpoint.weights, images };
    worker.postMessage(request);
  });
  return evaluation.finally(() => {
    worker.terminate();
  });
}
