// Reference, frozen: negative log-likelihood, PyTorch's NLLLoss. On the log-softmax of logits it is the
// cross-entropy of the logits, PyTorch's CrossEntropyLoss.
import { Tensor } from "./tensor.js";

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
  const N = logProbabilities.shape[0]!;
  const gradient = new Tensor(logProbabilities.shape);
  for (let n = 0; n < N; n++) gradient.set(-1 / N, n, labels[n]);
  return gradient;
}
