// Reference, frozen: softmax and its logarithm over the last axis, forward and backward.
import { type RowShape, Tensor } from "./tensor.js";

/** Probabilities eˣᵏ / Σ eˣʲ; the largest x is taken from all first, so that none overflows. */
export function softmax(input: Tensor): Tensor {
  return logSoftmax(input).map(Math.exp);
}

/** xₖ − log Σ eˣʲ. */
export function logSoftmax(input: Tensor): Tensor {
  const rows = input.rows();
  const [M, K] = rows.shape as RowShape;
  const output = new Tensor(input.shape);
  const outputRows = output.rows();
  for (let m = 0; m < M; m++) {
    let largest = -Infinity;
    for (let k = 0; k < K; k++) largest = Math.max(largest, rows.get(m, k));
    let sum = 0;
    for (let k = 0; k < K; k++) sum += Math.exp(rows.get(m, k) - largest);
    for (let k = 0; k < K; k++) outputRows.set(rows.get(m, k) - largest - Math.log(sum), m, k);
  }
  return output;
}

/**
 * pₖ (gₖ − Σ gⱼ pⱼ).
 * @param gradient of the output
 * @param probabilities the output
 */
export function softmaxGradient(gradient: Tensor, probabilities: Tensor): Tensor {
  const [g, p] = [gradient.rows(), probabilities.rows()];
  const [M, K] = g.shape as RowShape;
  const inputGradient = new Tensor(gradient.shape);
  const inputRows = inputGradient.rows();
  for (let m = 0; m < M; m++) {
    let sum = 0;
    for (let k = 0; k < K; k++) sum += g.get(m, k) * p.get(m, k);
    for (let k = 0; k < K; k++) inputRows.set(p.get(m, k) * (g.get(m, k) - sum), m, k);
  }
  return inputGradient;
}

/**
 * gₖ − pₖ Σ gⱼ.
 * @param gradient of the output
 * @param logProbabilities the output
 */
export function logSoftmaxGradient(gradient: Tensor, logProbabilities: Tensor): Tensor {
  const [g, logP] = [gradient.rows(), logProbabilities.rows()];
  const [M, K] = g.shape as RowShape;
  const inputGradient = new Tensor(gradient.shape);
  const inputRows = inputGradient.rows();
  for (let m = 0; m < M; m++) {
    let sum = 0;
    for (let k = 0; k < K; k++) sum += g.get(m, k);
    for (let k = 0; k < K; k++) {
      inputRows.set(g.get(m, k) - Math.exp(logP.get(m, k)) * sum, m, k);
    }
  }
  return inputGradient;
}
