// Errors of softmax, its logarithm and the loss. With z the input of a row, e its errors, m the largest
// of z, p the probabilities, u the unit roundoff and δ the relative error of the engine's exponential:
//
//   relative e(pₖ)   eₖ + max e    what z's errors do: p is a quotient of exponentials
//                    u |zₖ − m| + δ   the exponential's argument is rounded, and itself
//                    Σ pⱼ u |zⱼ − m| + δ + γ(K)   the same in the sum of K exponentials
//                    u   the quotient
//   e(log pₖ)        eₖ + max e + Σ pⱼ u |zⱼ − m| + δ + γ(K)   of the sum s under the logarithm
//                    u (log s + |m + log s| + |log pₖ|)   roundings
import { gamma, UNIT } from "./floatError.js";
import { Tensor } from "../../src/engine/reference/tensor.js";

/** Of the engine's exponential, which exponential.test.ts checks. */
export const EXPONENTIAL_ERROR = 2e-7;
/** It gives no less, though the exact result may be as near to zero as it likes. */
const LEAST_EXPONENTIAL = Math.exp(-87);

interface Softmax {
  input: Tensor;
  /** Of the input. */
  error: Tensor;
  /** Logarithms of the probabilities. */
  logProbabilities: Tensor;
}

interface Row {
  z: Float64Array;
  e: Float64Array;
  p: Float64Array;
  largest: number;
  /** max e, and the relative error of the sum of the exponentials. */
  common: number;
  /** log s, from the largest on. */
  logSum: number;
}

/** Of the probabilities. */
export function softmaxError(softmax: Softmax): Tensor {
  return eachRow(softmax, ({ z, e, p, largest, common }, k) => {
    const argument = UNIT * Math.abs(z[k]! - largest) + EXPONENTIAL_ERROR;
    return probabilityError(p[k]!, e[k]! + argument + common + UNIT);
  });
}

/** Of the logarithms of the probabilities. */
export function logSoftmaxError(softmax: Softmax): Tensor {
  return eachRow(softmax, ({ z, e, largest, common, logSum }, k) => {
    const shift = largest + logSum;
    return e[k]! + common + UNIT * (logSum + Math.abs(shift) + Math.abs(z[k]! - shift));
  });
}

/**
 * Of the gradient of the mean loss in the logits, (p − one-hot) / N, which the engine computes at once:
 * that of p, and roundings of the difference, of 1 / N and of the product; of the label's part, which is at most
 * one, where that is smoothed.
 */
export function lossGradientError(softmax: Softmax, gradient: Tensor): Tensor {
  const N = gradient.shape[0]!;
  const probability = softmaxError(softmax);
  return gradient.map(
    (g, i) => probability.values[i]! / N + 3 * UNIT * Math.abs(g) + (2 * UNIT) / N,
  );
}

/** Of p (g − Σ g p), by the product rule; `error` is that of g, `outputError` that of p. */
export function softmaxBackwardError(
  { gradient, error }: { gradient: Tensor; error: Tensor },
  { output, outputError }: { output: Tensor; outputError: Tensor },
): Tensor {
  const K = gradient.shape.at(-1)!;
  return gradient.map((g, i) => {
    const row = i - (i % K);
    let [sum, sumError] = [0, 0];
    for (let j = row; j < row + K; j++) {
      const [gj, pj] = [gradient.values[j]!, output.values[j]!];
      sum += gj * pj;
      const size = Math.abs(gj) + error.values[j]!;
      sumError += error.values[j]! * pj + size * outputError.values[j]!;
      sumError += gamma(K + 1) * size * pj;
    }
    const differenceError = error.values[i]! + sumError + 2 * UNIT * (Math.abs(g) + Math.abs(sum));
    const size = Math.abs(g - sum) + differenceError;
    return output.values[i]! * differenceError + outputError.values[i]! * size;
  });
}

/** Of g − p Σ g, where the engine takes p from its logarithm, the output. */
export function logSoftmaxBackwardError(
  { gradient, error }: { gradient: Tensor; error: Tensor },
  { output, outputError }: { output: Tensor; outputError: Tensor },
): Tensor {
  const K = gradient.shape.at(-1)!;
  return gradient.map((g, i) => {
    const row = i - (i % K);
    let [sum, sumError] = [0, 0];
    for (let j = row; j < row + K; j++) {
      sum += gradient.values[j]!;
      sumError += error.values[j]! + gamma(K) * Math.abs(gradient.values[j]!);
    }
    const p = Math.exp(output.values[i]!);
    const pError = probabilityError(p, outputError.values[i]! + EXPONENTIAL_ERROR);
    const size = Math.abs(sum) + sumError;
    const rounding = 2 * UNIT * (Math.abs(g) + p * size);
    return error.values[i]! + p * sumError + pError * size + rounding;
  });
}

/** Of a probability whose logarithm has that error: none is above one. */
function probabilityError(p: number, logarithmError: number): number {
  const change = p * Math.expm1(Math.min(logarithmError, 700)) + LEAST_EXPONENTIAL;
  return Math.min(change, 1);
}

function eachRow(
  { input, error, logProbabilities }: Softmax,
  of: (row: Row, k: number) => number,
): Tensor {
  const found = new Tensor(input.shape);
  const K = input.shape.at(-1)!;
  for (let start = 0; start < input.values.length; start += K) {
    const z = input.values.subarray(start, start + K);
    const e = error.values.subarray(start, start + K);
    const p = logProbabilities.values.subarray(start, start + K).map(Math.exp);
    const largest = Math.max(...z);
    const logSum = z[0]! - logProbabilities.values[start]! - largest;
    const inSum = p.reduce((sum, pj, j) => sum + pj * UNIT * Math.abs(z[j]! - largest), 0);
    const common = Math.max(...e) + inSum + EXPONENTIAL_ERROR + gamma(K);
    const row = { z, e, p, largest, common, logSum };
    for (let k = 0; k < K; k++) found.values[start + k] = of(row, k);
  }
  return found;
}
