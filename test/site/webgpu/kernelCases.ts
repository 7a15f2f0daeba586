// The kernels of which the notebook's networks and their gradients are made, each alone, at the networks' own sizes.
import * as tf from "../../../src/lib/network/tf.js";

/** Numbers that are the same for every backend. */
const drawn = (seed: number, ...shape: number[]) => tf.randomNormal(shape, 0, 1, "float32", seed);
const images = (seed = 1) => drawn(seed, 4, 13, 13, 10) as tf.Tensor4D;
const filters = () => drawn(2, 3, 3, 10, 20) as tf.Tensor4D;
const scores = (seed = 3) => drawn(seed, 20, 10) as tf.Tensor2D;

/** The gradient by `x` of what `f` gives, each number of it weighed differently. */
function gradient<T extends tf.Tensor>(x: T, f: (x: T) => tf.Tensor): tf.Tensor {
  const weighed = (value: tf.Tensor) => {
    const y = f(value as T);
    return tf.sum(tf.mul(y, drawn(9, ...y.shape)));
  };
  return tf.grad(weighed)(x);
}

const pooled = (x: tf.Tensor4D, padding: "valid" | "same" = "valid") =>
  tf.maxPool(x, 2, 2, padding);
const dense = (x: tf.Tensor2D) => tf.matMul(x, drawn(4, 500, 50));
const channels = (seed: number) => drawn(seed, 10) as tf.Tensor1D;
const perFilter = () => drawn(5, 3, 3, 10, 1) as tf.Tensor4D;

function normalized(x: tf.Tensor4D): tf.Tensor {
  const { mean, variance } = tf.moments(x, [0, 1, 2]);
  return tf.batchNorm(x, mean as tf.Tensor1D, variance as tf.Tensor1D, channels(6), channels(7));
}

const convolutions = (["valid", "same"] as const).flatMap((padding) =>
  [1, 2].map((strides) => [`conv2d, ${padding}, strides ${strides}`, strides, padding] as const),
);

export const kernelCases: Record<string, () => tf.Tensor> = {
  ...Object.fromEntries(
    convolutions.flatMap(([name, strides, padding]) => [
      [name, () => tf.conv2d(images(), filters(), strides, padding)],
      [
        `${name}, gradient of the images`,
        () => gradient(images(), (x) => tf.conv2d(x, filters(), strides, padding)),
      ],
      [
        `${name}, gradient of the filters`,
        () => gradient(filters(), (w) => tf.conv2d(images(), w, strides, padding)),
      ],
    ]),
  ),
  "a separable convolution's first part": () =>
    tf.depthwiseConv2d(images(), perFilter(), 1, "same"),
  "its gradient of the images": () =>
    gradient(images(), (x) => tf.depthwiseConv2d(x, perFilter(), 1, "same")),
  "its gradient of the filters": () =>
    gradient(perFilter(), (w) => tf.depthwiseConv2d(images(), w, 1, "same")),
  "a bias added": () => tf.add(images(), channels(8)),
  "its gradient": () => gradient(channels(8), (b) => tf.add(images(), b)),
  maxPool: () => pooled(images()),
  "maxPool, same": () => pooled(images(), "same"),
  "maxPool, gradient": () => gradient(images(), (x) => pooled(x)),
  avgPool: () => tf.avgPool(images(), 2, 2, "valid"),
  "avgPool, gradient": () => gradient(images(), (x) => tf.avgPool(x, 2, 2, "valid")),
  "a mean of each map": () => tf.mean(images(), [1, 2]),
  "a mean of each map, gradient": () => gradient(images(), (x) => tf.mean(x, [1, 2])),
  relu: () => tf.relu(images()),
  "relu, gradient": () => gradient(images(), (x) => tf.relu(x)),
  "a flattening": () => tf.reshape(images(), [4, -1]),
  "a dense layer": () => dense(drawn(3, 20, 500) as tf.Tensor2D),
  "a dense layer, gradient of what comes in": () =>
    gradient(drawn(3, 20, 500) as tf.Tensor2D, dense),
  "a dense layer, gradient of its weights": () =>
    gradient(drawn(4, 500, 50), (w) => tf.matMul(drawn(3, 20, 500), w)),
  "a dense layer with its bias and ReLU, outside of training": () =>
    tf.fused.matMul({
      a: drawn(3, 20, 500),
      b: drawn(4, 500, 50),
      bias: drawn(5, 50),
      activation: "relu",
    }),
  "a convolution with its bias and ReLU, outside of training": () =>
    tf.fused.conv2d({
      x: images(),
      filter: filters(),
      strides: 1,
      pad: "same",
      bias: drawn(5, 20),
      activation: "relu",
    }),
  "dropout's multiplication": () => tf.mul(scores(), tf.cast(tf.greater(scores(8), 0), "float32")),
  "batch normalization": () => normalized(images()),
  "batch normalization, gradient": () => gradient(images(), normalized),
  "a sum of two branches": () => tf.add(images(1), images(8)),
  logSoftmax: () => tf.logSoftmax(scores()),
  "logSoftmax, gradient": () => gradient(scores(), (x) => tf.logSoftmax(x)),
  "zeros to begin with": () => tf.zerosLike(images()),
  "the losses of several steps": () => tf.stack([scores(1), scores(8)]),
  softmax: () => tf.softmax(scores()),
  "the scores of the true classes": () =>
    tf.mul(tf.slice(scores(), 0, 10), tf.oneHot(tf.range(0, 10, 1, "int32"), 10)),
};
