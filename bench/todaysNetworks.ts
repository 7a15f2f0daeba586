// Networks as they are written today: convolutions 3×3 that keep the size of their map, without a bias, each
// with batch normalization and ReLU behind it; at the end the mean of each map, and a dense layer. And ResNet-20
// (He et al. 2015, arXiv:1512.03385, section 4.2) on images of 28×28.
import * as tf from "../src/lib/network/tf.js";

const inputShape = [28, 28, 1];
const {
  activation,
  add,
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
      normalizedConvolution(`${s + 1}_${i + 1}`, filters, s + i === 0 ? { inputShape } : {}),
    ),
  ]);
  return [...layers, globalAveragePooling2d({ name: "mean" }), ...head()];
}

/** A convolution, its normalization and its ReLU. */
function normalizedConvolution(
  suffix: string,
  filters: number,
  options: { kernelSize?: number; strides?: number; inputShape?: number[] } = {},
): [tf.layers.Layer, tf.layers.Layer, tf.layers.Layer] {
  const name = `conv${suffix}`;
  const shape = { kernelSize: 3, padding: "same" as const, useBias: false, ...options };
  return [
    conv2d({ name, filters, ...shape }),
    batchNormalization({ name: `norm${suffix}` }),
    reLU({ name: `relu${suffix}` }),
  ];
}

/** Three stages of three blocks, of 16, 32 and 64 filters; a convolution 1×1 takes a map to the next stage's size. */
export function residualNetwork(): tf.LayersModel {
  const image = tf.input({ shape: inputShape, name: "image" });
  let map = through(normalizedConvolution("0", 16), image);
  for (const [stage, filters] of [16, 32, 64].entries()) {
    for (const block of [1, 2, 3]) {
      const strides = stage > 0 && block === 1 ? 2 : 1;
      map = residualBlock(map, { name: `${stage + 1}_${block}`, filters, strides });
    }
  }
  const outputs = through([globalAveragePooling2d({ name: "mean" }), ...head()], map);
  return tf.model({ inputs: image, outputs });
}

function residualBlock(
  map: tf.SymbolicTensor,
  { name, filters, strides }: { name: string; filters: number; strides: number },
): tf.SymbolicTensor {
  const [second, norm] = normalizedConvolution(`${name}b`, filters);
  const branch = through(
    [...normalizedConvolution(`${name}a`, filters, { strides }), second, norm],
    map,
  );
  const shortcut = normalizedConvolution(`${name}s`, filters, { strides, kernelSize: 1 });
  const straight = strides === 1 ? map : through(shortcut.slice(0, 2), map);
  const sum = add({ name: `sum${name}` }).apply([branch, straight]) as tf.SymbolicTensor;
  return through([reLU({ name: `relu${name}` })], sum);
}

function through(layers: readonly tf.layers.Layer[], map: tf.SymbolicTensor): tf.SymbolicTensor {
  return layers.reduce((from, layer) => layer.apply(from) as tf.SymbolicTensor, map);
}
