// Networks as they are written today: convolutions 3×3 that keep the size of their map, without a bias, each
// with batch normalization and ReLU behind it; at the end the mean of each map, and a dense layer.
import * as tf from "../src/lib/network/tf.js";

const inputShape = [28, 28, 1];
const {
  activation,
  batchNormalization,
  conv2d,
  dense,
  globalAveragePooling2d,
  maxPooling2d,
  reLU,
} = tf.layers;

/** Log-probabilities of the ten classes from what stands before. */
export function head(): tf.layers.Layer[] {
  return [
    dense({ name: "output", units: 10 }),
    activation({ name: "logSoftmax", activation: "logSoftmax" as "softmax" }),
  ];
}

/** @param stages the filters of each stage's convolutions; between stages the largest of 2×2 */
export function normalizedNetwork(stages: readonly (readonly number[])[]): tf.layers.Layer[] {
  const layers = stages.flatMap((stage, s) => [
    ...(s === 0 ? [] : [maxPooling2d({ name: `pool${s}`, poolSize: 2 })]),
    ...stage.flatMap((filters, i) =>
      normalizedConvolution(`${s + 1}_${i + 1}`, filters, { isFirst: s + i === 0 }),
    ),
  ]);
  return [...layers, globalAveragePooling2d({ name: "mean" }), ...head()];
}

function normalizedConvolution(
  suffix: string,
  filters: number,
  { isFirst }: { isFirst: boolean },
): tf.layers.Layer[] {
  return [
    conv2d({
      name: `conv${suffix}`,
      filters,
      kernelSize: 3,
      padding: "same",
      useBias: false,
      ...(isFirst && { inputShape }),
    }),
    batchNormalization({ name: `norm${suffix}` }),
    reLU({ name: `relu${suffix}` }),
  ];
}
