// Networks as somebody would build them; all together they have every layer that the engine knows.
import type { LayerSpec } from "./drawnLayers.js";
import type { DrawnNetwork } from "./drawnNetwork.js";

const relu = "relu";
const logSoftmax: LayerSpec = { layer: "activation", config: { activation: "logSoftmax" } };
const conv = (filters: number, kernelSize: number | number[], more: object = {}): LayerSpec => ({
  layer: "conv2d",
  config: { filters, kernelSize, ...more },
});
const dense = (units: number, more: object = {}): LayerSpec => ({
  layer: "dense",
  config: { units, ...more },
});
const maxPooling = (config: object = { poolSize: 2 }): LayerSpec => ({
  layer: "maxPooling2d",
  config: { ...config },
});
const averagePooling = (config: object): LayerSpec => ({
  layer: "averagePooling2d",
  config: { ...config },
});
const normalization = (config: object = {}): LayerSpec => ({
  layer: "batchNormalization",
  config: { ...config },
});
const dropout = (rate: number): LayerSpec => ({ layer: "dropout", config: { rate } });
const flatten: LayerSpec = { layer: "flatten", config: {} };
const reLU: LayerSpec = { layer: "reLU", config: {} };

/** Small ones, for finite differences. */
export const smallNetworks: Record<string, DrawnNetwork> = {
  "convolution, max pooling, dropout, as the original": {
    inputShape: [10, 9, 1],
    specs: [
      conv(3, 3, { activation: relu }),
      maxPooling(),
      conv(5, [2, 3], { activation: relu }),
      maxPooling({ poolSize: [2, 1], strides: 1 }),
      flatten,
      dense(7, { activation: relu }),
      dropout(0.4),
      dense(4),
      logSoftmax,
    ],
    classes: 4,
  },
  "same padding, stride two, average pooling, batch normalization": {
    inputShape: [8, 7, 2],
    specs: [
      conv(4, 3, { padding: "same" }),
      normalization(),
      reLU,
      averagePooling({ poolSize: 3, strides: 2, padding: "same" }),
      conv(6, 4, { strides: 2, padding: "same" }),
      flatten,
      dense(5),
      normalization({ epsilon: 0.01 }),
      dense(3),
      { layer: "softmax", config: {} },
    ],
    classes: 3,
  },
  "dense layers on maps, softmax in the midst, overlapping windows over the border": {
    inputShape: [6, 5, 3],
    specs: [
      dense(4, { activation: "softmax" }),
      maxPooling({ poolSize: 3, strides: 2, padding: "same" }),
      dense(3, { activation: "logSoftmax" }),
      flatten,
      dropout(0.2),
      dense(6, { activation: "softmax" }),
      dense(4),
    ],
    classes: 4,
  },
  "five channels at once, eight filters": {
    inputShape: [6, 6, 5],
    specs: [conv(8, 3, { padding: "same", activation: relu }), flatten, dense(4)],
    classes: 4,
  },
  "no biases, in front of a normalization and elsewhere": {
    inputShape: [7, 8, 1],
    specs: [
      conv(4, 3, { padding: "same", useBias: false }),
      normalization(),
      reLU,
      maxPooling(),
      conv(8, 3, { useBias: false, activation: relu }),
      flatten,
      dense(5, { useBias: false, activation: relu }),
      dense(4, { useBias: false }),
    ],
    classes: 4,
  },
  "the mean of each map in place of a flattening, a leaky ReLU": {
    inputShape: [6, 7, 2],
    specs: [
      conv(5, 3, { activation: relu }),
      { layer: "globalAveragePooling2d", config: {} },
      dense(6),
      { layer: "leakyReLU", config: { alpha: 0.2 } },
      dense(4),
    ],
    classes: 4,
  },
  "an image of one pixel, flattened": {
    inputShape: [1, 1, 3],
    specs: [flatten, normalization(), dense(4)],
    classes: 4,
  },
};

/** As large as in use. */
export const largeNetworks: Record<string, DrawnNetwork> = {
  "the original": {
    inputShape: [28, 28, 1],
    specs: [
      conv(10, 3, { activation: relu }),
      maxPooling(),
      conv(20, 3, { activation: relu }),
      maxPooling(),
      flatten,
      dense(50, { activation: relu }),
      dropout(0.4),
      dense(10),
      logSoftmax,
    ],
    classes: 10,
  },
  "many filters and units": {
    inputShape: [14, 14, 3],
    specs: [
      conv(33, [5, 7], { activation: relu, padding: "same" }),
      maxPooling(),
      conv(64, 3, { activation: relu }),
      averagePooling({ poolSize: 2 }),
      flatten,
      dense(130, { activation: relu }),
      dense(10),
      logSoftmax,
    ],
    classes: 10,
  },
  "batch normalization behind every convolution": {
    inputShape: [20, 17, 1],
    specs: [
      conv(16, 3),
      normalization(),
      reLU,
      maxPooling(),
      conv(24, 3, { strides: 2 }),
      normalization(),
      reLU,
      flatten,
      dropout(0.5),
      dense(10),
      logSoftmax,
    ],
    classes: 10,
  },
  "zeros around every convolution, batch normalization behind it": {
    inputShape: [28, 28, 1],
    specs: [
      ...[8, 12].flatMap((filters) => [
        conv(filters, 3, { padding: "same" }),
        normalization(),
        reLU,
      ]),
      maxPooling(),
      conv(17, 3, { padding: "same" }),
      normalization(),
      reLU,
      averagePooling({ poolSize: 7 }),
      flatten,
      dense(10),
      logSoftmax,
    ],
    classes: 10,
  },
};
