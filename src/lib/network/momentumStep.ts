// One step of stochastic gradient descent with momentum, by the formulas of torch.optim.SGD (dampening 0).

export interface Movement {
  /** What the last step moved each number by, but for the rate; zeros before the first. */
  velocities: readonly number[];
  learningRate: number;
  /** The part of the velocity that is kept, 0–1. */
  momentum: number;
}

/** The numbers after the step, and their velocities: v ← μ v + g, w ← w − η v. */
// #region momentumStep
export function momentumStep(
  weights: readonly number[],
  gradient: readonly number[],
  { velocities, learningRate, momentum }: Movement,
): { weights: number[]; velocities: number[] } {
  const moved = gradient.map((g, i) => momentum * velocities[i]! + g);
  return { weights: weights.map((w, i) => w - learningRate * moved[i]!), velocities: moved };
}
// #endregion
