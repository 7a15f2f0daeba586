// Reference, frozen: Adam (Kingma and Ba, 2015, arXiv:1412.6980) and AdamW (Loshchilov and Hutter, 2019,
// arXiv:1711.05101), by the formulas of torch.optim.Adam and torch.optim.AdamW.
//
//   Adam:  g ← g + decay · w          AdamW: w ← w − rate · decay · w
//   v ← β₁ v + (1 − β₁) g             s ← β₂ s + (1 − β₂) g²
//   w ← w − rate · v̂ / (√ŝ + ε)       where v̂ = v / (1 − β₁ᵗ) and ŝ = s / (1 − β₂ᵗ)

export interface AdamSettings {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  weightDecay: number;
  /** AdamW: the decay moves the weights by itself, not through the gradient. */
  decoupled: boolean;
}

/** One weight's numbers, with their gradient and what the optimizer remembers of them. */
export interface AdamWeight {
  values: Float64Array;
  gradient: Float64Array;
  /** First moments, v. */
  velocities: Float64Array;
  /** Second moments, s. */
  squares: Float64Array;
}

/**
 * Moves values and moments, in place.
 * @param t the number of the step, from 1
 */
export function adam(weight: AdamWeight, settings: AdamSettings, t: number): void {
  const { values, gradient, velocities, squares } = weight;
  const { learningRate, beta1, beta2, epsilon, weightDecay, decoupled } = settings;
  for (let i = 0; i < values.length; i++) {
    const g = gradient[i]! + (decoupled ? 0 : weightDecay * values[i]!);
    if (decoupled) values[i]! -= learningRate * weightDecay * values[i]!;
    const v = beta1 * velocities[i]! + (1 - beta1) * g;
    const s = beta2 * squares[i]! + (1 - beta2) * g ** 2;
    const denominator = Math.sqrt(s / (1 - beta2 ** t)) + epsilon;
    values[i]! -= (learningRate * (v / (1 - beta1 ** t))) / denominator;
    velocities[i] = v;
    squares[i] = s;
  }
}
