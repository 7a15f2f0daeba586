// Errors of batch normalization. With d = x − mean and r = 1 / √(variance + ε) over the M values of a
// channel, e(·) for errors and u for the unit roundoff:
//
//   e(mean)      mean e(x) + γ(M) mean |x|
//   e(variance)  mean 2|d| e(x) + mean (e(x) + e(mean))² + γ(M+3) variance + mean 2|D| γ(m) |x|
//                (the mean's own error counts only squared, since Σ d = 0; but the engine sums the squares
//                around each image's mean over its m values, and of the distances D between those means
//                and the batch's, where their rounding counts once)
//   e(r)         from the variance less its error, and 3 roundings; the scale γ r likewise
//   e(output)    |γ r| (e(x) + e(mean)) + |d| e(γ r) + 4u (|x γ r| + |mean γ r| + |β|)
//                (the engine computes x · scale + (β − mean · scale))
//
// and backward by the product rule on the formulas of the reference.
import { gamma as sumError, type GradientBounds, UNIT } from "./floatError.js";
import type { Normalization, Statistics } from "../../src/engine/reference/batchNormalization.js";
import { Tensor } from "../../src/engine/reference/tensor.js";

export interface Normalized extends Normalization {
  input: Tensor;
  /** Of the input. */
  error: Tensor;
  /** Of mean and variance; zeros for the moving ones. */
  statisticsError: Statistics;
}

/** Errors of the batch's mean and variance. */
export function statisticsError(
  input: Tensor,
  error: Tensor,
  { mean, variance }: Statistics,
): Statistics {
  const M = input.rows().shape[0]!;
  const meanError = mean.map(() => 0);
  const distances = imageDistances(input, mean);
  const size = M / input.shape[0]!;
  const varianceError = variance.map((value) => sumError(M + 3) * value);
  eachValue(input, (x, c, i) => {
    const e = error.values[i]!;
    meanError.add((e + sumError(M) * (Math.abs(x) + e)) / M, c);
  });
  eachValue(input, (x, c, i) => {
    const e = error.values[i]!;
    const d = Math.abs(x - mean.get(c));
    varianceError.add((2 * d * e + (e + meanError.get(c)) ** 2) / M, c);
    const image = Math.floor(i / (size * mean.values.length));
    const ofMean = sumError(size) * (Math.abs(x) + e);
    varianceError.add((2 * distances.get(image, c) * ofMean) / M, c);
  });
  return { mean: meanError, variance: varianceError };
}

/** How far each image's mean is from the batch's, [N,C]. */
function imageDistances(input: Tensor, mean: Tensor): Tensor {
  const [N, C] = [input.shape[0]!, mean.values.length];
  const size = input.values.length / (N * C);
  const sums = new Tensor([N, C]);
  eachValue(input, (x, c, i) => {
    sums.add((x - mean.get(c)) / size, Math.floor(i / (size * C)), c);
  });
  return sums.map(Math.abs);
}

/** Of the output. */
export function normalizationError(normalized: Normalized): Tensor {
  const { input, error, mean, beta, statisticsError: of } = normalized;
  const channels = scales(normalized);
  const found = new Tensor(input.shape);
  eachValue(input, (x, c, i) => {
    const { scale, scaleError } = channels[c]!;
    const moved = error.values[i]! + of.mean.get(c);
    const d = Math.abs(x - mean.get(c)) + moved;
    const size = (Math.abs(x) + Math.abs(mean.get(c))) * scale + Math.abs(beta.get(c));
    found.values[i] = scale * moved + d * scaleError + 4 * UNIT * size;
  });
  return found;
}

/** Of the gradients of input, gamma and beta, from the output's gradient and its error. */
export function normalizationBackward(
  normalized: Normalized,
  gradients: { gamma: Tensor; beta: Tensor },
): (gradient: Tensor, error: Tensor) => GradientBounds & { gamma: Tensor; beta: Tensor } {
  const { input, error: inputError, mean, gamma, beta, statisticsError: of } = normalized;
  const M = input.rows().shape[0]!;
  const channels = scales(normalized);
  return (gradient, error) => {
    const [betaError, gammaError] = [beta.map(() => 0), gamma.map(() => 0)];
    eachValue(gradient, (value, c, i) => {
      const { root, rootError } = channels[c]!;
      const [g, e] = [Math.abs(value), error.values[i]!];
      const d = Math.abs(input.values[i]! - mean.get(c));
      const dError = inputError.values[i]! + of.mean.get(c);
      betaError.add(e + sumError(M) * (g + e), c);
      const sum = (g + e) * (dError + sumError(M + 3) * (d + dError)) + e * d;
      gammaError.add(root * sum + rootError * (g + e) * (d + dError), c);
    });
    const found = new Tensor(input.shape);
    eachValue(gradient, (value, c, i) => {
      const { root, rootError, scale, scaleError } = channels[c]!;
      const d = Math.abs(input.values[i]! - mean.get(c));
      const xHat = d * root;
      const dError = inputError.values[i]! + of.mean.get(c);
      const xHatError = root * dError + (d + dError) * rootError + 2 * UNIT * xHat;
      const [b, a] = [Math.abs(gradients.beta.get(c)), Math.abs(gradients.gamma.get(c))];
      const products = xHatError * a + (xHat + xHatError) * gammaError.get(c);
      const differenceError = error.values[i]! + (betaError.get(c) + products) / M;
      const size = Math.abs(value) + (b + xHat * a) / M + differenceError;
      found.values[i] = scale * (differenceError + 5 * UNIT * size) + scaleError * size;
    });
    return { input: found, gamma: gammaError, beta: betaError };
  };
}

/** Of moving ← momentum · moving + (1 − momentum) · batch, from the batch's error. */
export function movedError(
  moved: { moving: Tensor; batch: Tensor; batchError: Tensor },
  momentum: number,
): Tensor {
  const { moving, batch, batchError } = moved;
  return moving.map((value, c) => {
    const size = Math.abs(momentum * value) + Math.abs((1 - momentum) * batch.get(c));
    return (1 - momentum) * batchError.get(c) + 4 * UNIT * size;
  });
}

/** Of each channel, r and |γ r| with their errors. */
function scales({ variance, gamma, epsilon, statisticsError: of }: Normalized) {
  return Array.from(variance.values, (value, c) => {
    const sum = value + epsilon;
    const sumLess = sum - of.variance.get(c) - 2 * UNIT * sum;
    const root = 1 / Math.sqrt(sum);
    const rootError = 1 / Math.sqrt(Math.max(sumLess, epsilon / 2)) - root + 3 * UNIT * root;
    const scale = Math.abs(gamma.get(c)) * root;
    const scaleError = Math.abs(gamma.get(c)) * rootError + UNIT * scale;
    return { root, rootError, scale, scaleError };
  });
}

function eachValue(
  tensor: Tensor,
  visit: (value: number, channel: number, place: number) => void,
): void {
  const channels = tensor.shape.at(-1)!;
  tensor.values.forEach((value, place) => {
    visit(value, place % channels, place);
  });
}
