// Two losses of a network with two classes, by the probability p that softmax gives to the true one, and the
// gradient of each in the score of that class: dp/ds = p (1 − p).

export interface LossOfCertainty {
  /** @param p 0–1 */
  loss: (p: number) => number;
  gradient: (p: number) => number;
}

/** The squared error is the mean over both classes, as torch.nn.MSELoss has it: ((1 − p)² + (1 − p)²) / 2. */
// #region twoLosses
export const twoLosses: Record<string, LossOfCertainty> = {
  "entropía cruzada": {
    loss: (p) => -Math.log(p),
    gradient: (p) => p - 1,
  },
  "error cuadrático": {
    loss: (p) => (1 - p) ** 2,
    gradient: (p) => -2 * p * (1 - p) ** 2,
  },
};
// #endregion
