// A network small enough to be computed by hand, forward and backward, in float64: an image of 4×4, one
// filter of 3×3 with its bias, ReLU, the largest of the four numbers, two scores, log-softmax, and the loss
// of the true class. Written to be read: it is shown, and tested against the engine's reference.
import { correlate, withZeros } from "../../numbers/correlate.js";

/** The numbers that it learns. */
export interface HandNetwork {
  /** [3,3], row by row. */
  filter: readonly number[];
  bias: number;
  /** [2]: what each score makes of the largest number. */
  weights: readonly number[];
  /** [2] */
  biases: readonly number[];
}

export interface HandExample {
  /** [4,4], row by row. */
  image: readonly number[];
  /** The true class, 0 or 1. */
  label: number;
}

/** What each stage gives on the way forward. */
export interface HandPass {
  /** [2,2] */
  map: readonly number[];
  /** [2,2]: the map without what is below zero. */
  rectified: readonly number[];
  largest: number;
  /** [2] */
  scores: readonly number[];
  /** [2] */
  logProbabilities: readonly number[];
  /** −log p of the true class, in nats. */
  loss: number;
}

/** How much the loss changes with each number, in the number's own shape. */
export interface HandGradients extends HandNetwork {
  scores: readonly number[];
  largest: number;
  rectified: readonly number[];
  map: readonly number[];
  image: readonly number[];
}

// #region forward
export function forward(network: HandNetwork, { image, label }: HandExample): HandPass {
  const { filter, bias, weights, biases } = network;
  const map = correlate(image, filter).map((sum) => sum + bias);
  const rectified = map.map((value) => Math.max(0, value));
  const largest = Math.max(...rectified);
  const scores = weights.map((weight, k) => weight * largest + biases[k]!);
  const logProbabilities = logSoftmaxOf(scores);
  const loss = -logProbabilities[label]!;
  return { map, rectified, largest, scores, logProbabilities, loss };
}
// #endregion

// #region backward
export function backward(
  { filter, weights }: HandNetwork,
  { image, label }: HandExample,
  pass: HandPass,
): HandGradients {
  const dScores = pass.logProbabilities.map(Math.exp); // p…
  dScores[label]! -= 1; // … − y
  const dLargest = dScores[0]! * weights[0]! + dScores[1]! * weights[1]!; // dos caminos
  const winner = pass.rectified.indexOf(pass.largest);
  const dRectified = [0, 0, 0, 0];
  dRectified[winner] = dLargest; // solo al que ganó
  const dMap = dRectified.map((d, i) => (pass.map[i]! > 0 ? d : 0)); // la ReLU
  return {
    scores: dScores,
    weights: dScores.map((d) => d * pass.largest),
    biases: dScores,
    largest: dLargest,
    rectified: dRectified,
    map: dMap,
    filter: correlate(image, dMap),
    bias: dMap.reduce((sum, d) => sum + d),
    image: correlate(withZeros(dMap, 2), [...filter].reverse()),
  };
}
// #endregion

/** xₖ − log Σ eˣʲ; the largest x is taken from all first, so that none overflows. */
export function logSoftmaxOf(scores: readonly number[]): number[] {
  const largest = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - largest), 0);
  return scores.map((score) => score - largest - Math.log(sum));
}

/** All that it learns in one row, [14]: the filter, its bias, the weights of the scores, their biases. */
export function parametersOf({ filter, bias, weights, biases }: HandNetwork): number[] {
  return [...filter, bias, ...weights, ...biases];
}

/** The network of such a row. */
export function withParameters(row: readonly number[]): HandNetwork {
  return {
    filter: row.slice(0, 9),
    bias: row[9]!,
    weights: row.slice(10, 12),
    biases: row.slice(12, 14),
  };
}

/**
 * Where the loss has no bend, in a word: which of the map's numbers pass the ReLU, and which one wins. Between two
 * networks of one word, the loss is smooth.
 */
export function bendOf({ map, rectified, largest }: HandPass): string {
  const gates = map.map((value) => (value > 0 ? "|" : "-")).join("");
  return `${gates} ${rectified.indexOf(largest)}`;
}
