// Reference, frozen: stochastic gradient descent with momentum, Nesterov's if asked, and weight decay,
// by the formulas of torch.optim.SGD (dampening 0).
//
//   g ← g + decay · w        v ← momentum · v + g        w ← w − rate · v
//   with Nesterov: w ← w − rate · (g + momentum · v)

export interface SgdSettings {
  learningRate: number;
  momentum: number;
  weightDecay: number;
  nesterov: boolean;
}

/** One weight's numbers, with their gradient and what the optimizer remembers of them. */
export interface SgdWeight {
  values: Float64Array;
  gradient: Float64Array;
  velocities: Float64Array;
}

/** Moves values and velocities, in place. */
export function sgd({ values, gradient, velocities }: SgdWeight, settings: SgdSettings): void {
  const { learningRate, momentum, weightDecay, nesterov } = settings;
  for (let i = 0; i < values.length; i++) {
    const g = gradient[i]! + weightDecay * values[i]!;
    const v = momentum * velocities[i]! + g;
    velocities[i] = v;
    values[i]! -= learningRate * (nesterov ? g + momentum * v : v);
  }
}
