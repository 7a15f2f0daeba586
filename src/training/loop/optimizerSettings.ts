// What the optimizer must know at each step: the learning rate of the schedule, and Adam's corrections.
// Only sums, products and quotients, so that every browser computes the same bits.
import type { settingPlaces } from "../../engine/kernels/optimizer.js";
import type { Hyperparameters } from "../../lib/run/hyperparameters.js";
import { type RateChange, totalBatches } from "../../lib/run/run.js";

export type OptimizerSettings = Record<keyof typeof settingPlaces, number>;

/** torch.optim.Adam's default. */
const BETA2 = 0.999;

/**
 * @param batch counted from 0, over the whole run
 * @param changes of the learning rate, by the reader
 */
export function optimizerSettings(
  values: Hyperparameters,
  batch: number,
  changes?: readonly RateChange[],
): OptimizerSettings {
  const { momentum, weightDecay = 0 } = values;
  const learningRate = learningRateAt(values, batch, changes);
  return {
    learningRate,
    momentum,
    weightDecay,
    correctedRate: learningRate / (1 - power(momentum, batch + 1)),
    squareCorrection: 1 / Math.sqrt(1 - power(BETA2, batch + 1)),
    decayRate: learningRate * weightDecay,
    beta2: BETA2,
  };
}

/** How much of the run one-cycle goes up, from what, and down to what: torch's OneCycleLR. */
const ONE_CYCLE = { rise: 0.3, start: 1 / 25, end: 1 / 25 / 1e4 };

/** The learning rate of a step; `learningRate` itself, or the change in its place, is the highest. */
export function learningRateAt(
  values: Hyperparameters,
  batch: number,
  changes: readonly RateChange[] = [],
): number {
  const { schedule = "constant" } = values;
  const change = changes.findLast((found) => found.batch <= batch);
  const learningRate = change?.learningRate ?? values.learningRate;
  if (schedule === "constant") return learningRate;
  const done = batch / Math.max(1, totalBatches(values) - 1);
  if (schedule === "cosine") return learningRate * cosineBetween(1, 0, done);
  const { rise, start, end } = ONE_CYCLE;
  return done < rise
    ? learningRate * cosineBetween(start, 1, done / rise)
    : learningRate * cosineBetween(1, end, (done - rise) / (1 - rise));
}

/** From one value to another along half a wave of the cosine, `done` in 0–1. */
function cosineBetween(from: number, to: number, done: number): number {
  return to + ((from - to) * (1 + cosine(Math.PI * done))) / 2;
}

/** cos x for x in 0–π, by its Taylor series about π/2; error below 1e-12. */
function cosine(x: number): number {
  const t = Math.PI / 2 - x; // cos x = sin t
  let term = t;
  let sum = t;
  for (let k = 1; k <= 9; k++) {
    term *= (-t * t) / (2 * k * (2 * k + 1));
    sum += term;
  }
  return sum;
}

/** By repeated squaring. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let factor = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= factor;
    factor *= factor;
  }
  return result;
}
