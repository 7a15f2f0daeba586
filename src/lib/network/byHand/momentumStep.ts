// One step of stochastic gradient descent with momentum, by the formulas of torch.optim.SGD (dampening 0).

export interface Movement {
  /** What the last step moved each number by, but for the rate; zeros before the first. */
  velocities: readonly number[];
  learningRate: number;
  /** The part of the velocity that is kept, 0–1. */
  momentum: number;
}

/** The numbers after the step, and their velocities. */
// #region momentumStep
export function momentumStep(
  weights: readonly number[],
  gradient: readonly number[],
  { velocities, learningRate, momentum }: Movement,
): { weights: number[]; velocities: number[] } {
  const next = gradient.map((g, i) => momentum * velocities[i]! + g); // v ← μ v + g
  const moved = weights.map((w, i) => w - learningRate * next[i]!); // w ← w − η v
  return { weights: moved, velocities: next };
}
// #endregion
