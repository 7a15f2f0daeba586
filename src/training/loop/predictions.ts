// What a network says about each image of a set, and the evaluation that follows from it.
import { accuracy, type CountedEvaluation } from "../../lib/network/metrics.js";

export interface Predictions {
  /** [N,classes]. */
  logProbabilities: Float32Array;
  /** −log p(label) of each image, in nats, [N]. */
  losses: Float32Array;
}

/** The evaluation of the N images. @param labels [N] */
export function evaluationOf(
  { logProbabilities, losses }: Predictions,
  labels: Uint8Array,
): CountedEvaluation {
  const count = losses.length;
  const classes = logProbabilities.length / count;
  const predictions = new Uint8Array(count);
  const confidences = new Float32Array(count);
  let loss = 0;
  for (let n = 0; n < count; n++) {
    let best = n * classes;
    for (let i = best + 1; i < (n + 1) * classes; i++) {
      if (logProbabilities[i]! > logProbabilities[best]!) best = i;
    }
    predictions[n] = best - n * classes;
    confidences[n] = Math.exp(logProbabilities[best]!);
    loss += losses[n]!;
  }
  return { loss: loss / count, predictions, confidences, accuracy: accuracy(predictions, labels) };
}
