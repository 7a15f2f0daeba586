// The loss of the original notebook: negative log-likelihood, PyTorch's NLLLoss.
import { CLASS_COUNT } from "./dataset.js";
import * as tf from "./tf.js";

/**
 * The mean over the batch of −log p(label), in nats, a scalar.
 * @param logProbabilities [N,10], as log-softmax gives them
 * @param labels [N], int32, 0–9
 */
// #region nllLoss
export function nllLoss(logProbabilities: tf.Tensor, labels: tf.Tensor1D): tf.Scalar {
  return tf.tidy(() => {
    const oneHot = tf.oneHot(labels, CLASS_COUNT);
    return tf.neg(tf.mean(tf.sum(tf.mul(logProbabilities, oneHot), 1)));
  });
}
// #endregion
