// The loss of the original notebook: negative log-likelihood, PyTorch's NLLLoss; and the same for a
// network that gives logits, PyTorch's CrossEntropyLoss.
import * as tf from "./tf.js";

/**
 * The mean over the batch of −log p(label), in nats, a scalar.
 * @param logProbabilities [N,classes], as log-softmax gives them
 * @param labels [N], int32, 0 … classes − 1
 */
// #region nllLoss
export function nllLoss(logProbabilities: tf.Tensor, labels: tf.Tensor1D): tf.Scalar {
  return tf.tidy(() => {
    const oneHot = tf.oneHot(labels, logProbabilities.shape[1]!);
    return tf.neg(tf.mean(tf.sum(tf.mul(logProbabilities, oneHot), 1)));
  });
}
// #endregion

/**
 * The loss with label smoothing ε: a part ε of each label is shared out among all the classes, as PyTorch's
 * CrossEntropyLoss does.
 * @param logProbabilities [N,classes]
 */
export function smoothedLoss(
  logProbabilities: tf.Tensor,
  labels: tf.Tensor1D,
  smoothing: number,
): tf.Scalar {
  return tf.tidy(() => {
    const loss = nllLoss(logProbabilities, labels);
    if (smoothing === 0) return loss;
    const shared = tf.neg<tf.Scalar>(tf.mean(logProbabilities));
    return tf.add<tf.Scalar>(tf.mul(loss, 1 - smoothing), tf.mul(shared, smoothing));
  });
}

/**
 * The same of the probabilities that softmax makes of logits.
 * @param logits [N,classes], any numbers
 */
export function crossEntropy(logits: tf.Tensor, labels: tf.Tensor1D): tf.Scalar {
  return tf.tidy(() => nllLoss(tf.logSoftmax(logits), labels));
}
