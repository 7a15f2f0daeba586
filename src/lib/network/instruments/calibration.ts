// Whether a network's confidence can be believed: of the answers that it gives with 80 %, are 80 % right?
import type { Evaluation } from "../metrics.js";
import { checkLengths } from "../metrics.js";

export interface ConfidenceBin {
  /** The confidences that it holds, 0–1: above `from`, up to `to`. */
  from: number;
  to: number;
  count: number;
  /** Means over its images, 0–1; NaN if it has none. */
  confidence: number;
  accuracy: number;
}

export interface Calibration {
  bins: ConfidenceBin[];
  /**
   * The expected calibration error, 0–1: |accuracy − confidence| of each bin, weighted by its images (Naeini and
   * others, 2015; Guo and others, 2017, arXiv:1706.04599).
   */
  error: number;
  /** Mean confidence less accuracy over all the images: above 0 the network is too sure. */
  overconfidence: number;
}

/** In bins as wide as each other. */
export function calibration(
  { predictions, confidences }: Pick<Evaluation, "predictions" | "confidences">,
  labels: Uint8Array,
  { binCount = 10 } = {},
): Calibration {
  checkLengths(predictions, labels);
  const sums = Array.from({ length: binCount }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (let i = 0; i < labels.length; i++) {
    const confidence = confidences[i]!;
    const bin = sums[Math.max(0, Math.ceil(confidence * binCount) - 1)]!;
    bin.count++;
    bin.confidence += confidence;
    if (predictions[i] === labels[i]) bin.right++;
  }
  const gap = sums.reduce((sum, { confidence, right }) => sum + Math.abs(right - confidence), 0);
  const total = sums.reduce((sum, { confidence, right }) => sum + confidence - right, 0);
  return {
    bins: sums.map(({ count, confidence, right }, i) => ({
      from: i / binCount,
      to: (i + 1) / binCount,
      count,
      confidence: confidence / count,
      accuracy: right / count,
    })),
    error: gap / labels.length,
    overconfidence: total / labels.length,
  };
}

/**
 * The confidences that the same answers get when the scores are divided by a temperature before the softmax (Guo and
 * others, 2017): above 1 the network is less sure, and its answers stay.
 * @param logProbabilities [N,classes]
 */
export function confidencesAt(
  logProbabilities: Float32Array,
  { classes, temperature }: { classes: number; temperature: number },
): Float32Array {
  return Float32Array.from({ length: logProbabilities.length / classes }, (_, n) => {
    const row = logProbabilities.subarray(n * classes, (n + 1) * classes);
    const best = row.reduce((most, value) => Math.max(most, value), -Infinity);
    const sum = row.reduce((total, value) => total + Math.exp((value - best) / temperature), 0);
    return 1 / sum;
  });
}
