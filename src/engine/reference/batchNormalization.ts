// Reference, frozen: batch normalization (Ioffe and Szegedy, 2015, arXiv:1502.03167, algorithm 1), over
// all axes but the last. As in tf.layers the variance is the biased one, also in the moving variance.
import { type RowShape, Tensor } from "./tensor.js";

export interface Statistics {
  /** [C] */
  mean: Tensor;
  /** [C] */
  variance: Tensor;
}

export interface Normalization extends Statistics {
  /** [C] */
  gamma: Tensor;
  /** [C] */
  beta: Tensor;
  epsilon: number;
}

/**
 * Mean and variance of each channel over the batch and the positions.
 * @param input [N,C] or [N,H,W,C]
 */
export function batchStatistics(input: Tensor): Statistics {
  const [M, C] = input.rows().shape as RowShape;
  const rows = input.rows();
  const [mean, variance] = [new Tensor([C]), new Tensor([C])];
  for (let m = 0; m < M; m++) {
    for (let c = 0; c < C; c++) mean.add(rows.get(m, c) / M, c);
  }
  for (let m = 0; m < M; m++) {
    for (let c = 0; c < C; c++) variance.add((rows.get(m, c) - mean.get(c)) ** 2 / M, c);
  }
  return { mean, variance };
}

/** γ x̂ + β, where x̂ = (x − mean) / √(variance + ε): with a batch's statistics, or the moving ones. */
export function batchNormalization(input: Tensor, normalization: Normalization): Tensor {
  const { gamma, beta } = normalization;
  return eachChannel(
    normalized(input, normalization),
    (value, c) => gamma.get(c) * value + beta.get(c),
  );
}

/**
 * In training the statistics depend on the input too, which takes from its gradient the mean, and the
 * part along x̂: γ / √(variance + ε) · (g − (Σg + x̂ Σ g x̂) / M), over the M values of a channel.
 * @param gradient of the output
 */
export function batchNormalizationGradients(
  gradient: Tensor,
  { input, ...normalization }: { input: Tensor } & Omit<Normalization, "beta">,
): { input: Tensor; gamma: Tensor; beta: Tensor } {
  const { variance, gamma, epsilon } = normalization;
  const [M, C] = input.rows().shape as RowShape;
  const xHat = normalized(input, normalization);
  const [gammaGradient, betaGradient] = [new Tensor([C]), new Tensor([C])];
  eachChannel(gradient, (g, c, place) => {
    gammaGradient.add(g * xHat.values[place]!, c);
    betaGradient.add(g, c);
    return g;
  });
  const inputGradient = eachChannel(gradient, (g, c, place) => {
    const scale = gamma.get(c) / Math.sqrt(variance.get(c) + epsilon);
    return scale * (g - (betaGradient.get(c) + xHat.values[place]! * gammaGradient.get(c)) / M);
  });
  return { input: inputGradient, gamma: gammaGradient, beta: betaGradient };
}

/** With the moving statistics, which do not depend on the input, each number has only its channel's slope. */
export function evaluationGradient(
  gradient: Tensor,
  { variance, gamma, epsilon }: Pick<Normalization, "variance" | "gamma" | "epsilon">,
): Tensor {
  return eachChannel(gradient, (g, c) => (g * gamma.get(c)) / Math.sqrt(variance.get(c) + epsilon));
}

/** What evaluation uses: moving ← momentum · moving + (1 − momentum) · batch, once a training step. */
export function movedStatistics(moving: Tensor, batch: Tensor, momentum: number): Tensor {
  return moving.map((value, c) => momentum * value + (1 - momentum) * batch.get(c));
}

function normalized(
  input: Tensor,
  { mean, variance, epsilon }: Statistics & { epsilon: number },
): Tensor {
  return eachChannel(
    input,
    (value, c) => (value - mean.get(c)) / Math.sqrt(variance.get(c) + epsilon),
  );
}

function eachChannel(
  tensor: Tensor,
  change: (value: number, channel: number, place: number) => number,
): Tensor {
  const channels = tensor.shape.at(-1)!;
  return tensor.map((value, place) => change(value, place % channels, place));
}
