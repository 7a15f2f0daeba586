// Errors of one step of an optimizer, number by number. The engine's settings are float32, each with an
// error of u; with e(·) for errors, the gradient's being e(g):
//
//   sgd    e(g') = e(g) + 2u |d w| + u (|g| + |d w|)          g' = g + d w
//          e(v') = e(g') + 2u |m v| + u (|m v| + |g'|)        v' = m v + g'
//          e(w') = η e(v') + 2u η |v'| + u (|w| + η |v'|)     with Nesterov g' + m v' in place of v'
//   adam   1 − β of a float32 β has the relative error u / (1 − β); then v' and s' as above. The update
//          η₁ v' / (√s' c + ε) grows with v' and falls with s', so that its extremes are where these
//          are farthest off; eight roundings of its own.
import type { AdamSettings } from "../../src/engine/reference/adam.js";
import type { SgdSettings } from "../../src/engine/reference/sgd.js";
import { UNIT } from "./floatError.js";

/** Numbers before the step. */
export interface Before {
  w: number;
  v: number;
  s: number;
  g: number;
  /** Of the gradient. */
  error: number;
}

export interface OptimizerError {
  w: number;
  v: number;
  s: number;
}

export function sgdError({ w, v, g, error }: Before, settings: SgdSettings): OptimizerError {
  const { learningRate, momentum, weightDecay, nesterov } = settings;
  const decay = Math.abs(weightDecay * w);
  const kept = Math.abs(momentum * v);
  const gradient = Math.abs(g) + decay;
  const gradientError = error + 2 * UNIT * decay + UNIT * gradient;
  const velocity = kept + gradient;
  const velocityError = gradientError + 2 * UNIT * kept + UNIT * velocity;
  const ahead = momentum * velocity;
  const move = nesterov ? gradient + ahead : velocity;
  const moveError = nesterov
    ? gradientError + momentum * velocityError + 2 * UNIT * ahead + UNIT * move
    : velocityError;
  const step = learningRate * move;
  return {
    w: learningRate * moveError + 2 * UNIT * step + UNIT * (Math.abs(w) + step),
    v: velocityError,
    s: 0,
  };
}

export function adamError(
  { w, v, s, g, error }: Before,
  settings: AdamSettings,
  t: number,
): OptimizerError {
  const { learningRate, beta1, beta2, epsilon, weightDecay, decoupled } = settings;
  const decay = Math.abs(weightDecay * w);
  const gradient = g + (decoupled ? 0 : weightDecay * w);
  const size = Math.abs(g) + (decoupled ? 0 : decay);
  const gradientError = error + (decoupled ? 0 : 2 * UNIT * decay) + UNIT * size;
  const velocity = beta1 * v + (1 - beta1) * gradient;
  const velocityError =
    (1 - beta1) * gradientError + UNIT * size + 3 * UNIT * (Math.abs(beta1 * v) + size);
  const square = beta2 * s + (1 - beta2) * gradient ** 2;
  const squareError =
    (1 - beta2) * (2 * size + gradientError) * gradientError +
    UNIT * size ** 2 +
    4 * UNIT * (beta2 * s + (1 - beta2) * size ** 2);
  const update = (first: number, second: number) =>
    (learningRate * first) /
    (1 - beta1 ** t) /
    (Math.sqrt(Math.max(second, 0) / (1 - beta2 ** t)) + epsilon);
  const exact = update(velocity, square);
  const extremes = [-1, 1].flatMap((a) =>
    [-1, 1].map((b) => update(velocity + a * velocityError, square + b * squareError)),
  );
  const updateError = Math.max(...extremes.map((extreme) => Math.abs(extreme - exact)));
  const largest = Math.abs(exact) + updateError;
  const decayed = decoupled ? learningRate * decay : 0;
  return {
    w: updateError + UNIT * (9 * largest + 4 * decayed + 2 * Math.abs(w)),
    v: velocityError,
    s: squareError,
  };
}
