// Reference, frozen: negative log-likelihood, PyTorch's NLLLoss. On the log-softmax of logits it is the
// cross-entropy of the logits, PyTorch's CrossEntropyLoss.
import type { RowShape, Tensor } from "./tensor.js";

/**
 * The loss of each image, −log p(label), in nats, [N]; the batch's loss is their mean.
 * @param logProbabilities [N,K]
 * @param labels [N], 0 … K−1
 */
export function nllLosses(logProbabilities: Tensor, labels: ArrayLike<number>): Float64Array {
  const N = logProbabilities.shape[0]!;
  return Float64Array.from({ length: N }, (_, n) => -logProbabilities.get(n, labels[n]));
}

/** The gradient of the batch's loss in the log-probabilities: −1/N at each label, else 0; [N,K]. */
export function nllGradient(logProbabilities: Tensor, labels: ArrayLike<number>): Tensor {
  return smoothedGradient(logProbabilities, labels, 0);
}

/**
 * With label smoothing ε (Szegedy et al., 2016): −(1 − ε) log p(label) − ε/K Σ log pₖ of each image, [N], as
 * PyTorch's CrossEntropyLoss has it.
 */
export function smoothedLosses(
  logProbabilities: Tensor,
  labels: ArrayLike<number>,
  smoothing: number,
): Float64Array {
  const [, K] = logProbabilities.shape as RowShape;
  return nllLosses(logProbabilities, labels).map((loss, n) => {
    let sum = 0;
    for (let k = 0; k < K; k++) sum += logProbabilities.get(n, k);
    return (1 - smoothing) * loss - (smoothing / K) * sum;
  });
}

/** Its gradient in the log-probabilities, of the mean over the batch, [N,K]. */
export function smoothedGradient(
  logProbabilities: Tensor,
  labels: ArrayLike<number>,
  smoothing: number,
): Tensor {
  const [N, K] = logProbabilities.shape as RowShape;
  return logProbabilities.map((_, place) => {
    const isLabel = place % K === labels[Math.floor(place / K)];
    return -(smoothing / K + (isLabel ? 1 - smoothing : 0)) / N;
  });
}
