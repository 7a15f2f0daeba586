// Layers drawn at random, and the shapes that they give: what networks for property tests are made of.
import fc from "fast-check";
import { type Padding, windowCount } from "../../src/engine/reference/slidingWindows.js";
import type * as tf from "../../src/lib/network/tf.js";

/** The name of a function of tf.layers, and what it takes. */
export interface LayerSpec {
  layer: keyof typeof tf.layers;
  config: Record<string, unknown>;
  /** How many layers back those stand that it reads, the input before the first; left out: the one before. */
  back?: readonly number[];
}

/** Numbers that decide what a layer is like; which of them count depends on the layer. */
export const dice = fc.record({
  height: fc.integer({ min: 1, max: 4 }),
  width: fc.integer({ min: 1, max: 5 }),
  rowStride: fc.integer({ min: 1, max: 3 }),
  columnStride: fc.integer({ min: 1, max: 3 }),
  padding: fc.constantFrom<Padding>("valid", "same"),
  channels: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 17 }) },
    { weight: 1, arbitrary: fc.integer({ min: 18, max: 40 }) },
  ),
  rate: fc.constantFrom(0.2, 0.5, 0.75),
  relu: fc.boolean(),
  pooled: fc.boolean(),
  useBias: fc.boolean(),
  alpha: fc.constantFrom(0, 0.01, 0.25, 0.3, 2),
});
export type Dice = typeof dice extends fc.Arbitrary<infer T> ? T : never;

export type Shape = [H: number, W: number, C: number];

/** Layers behind a map of that shape, and the shape of what they give. */
export type Grown = { specs: LayerSpec[]; shape: Shape };

const reluIf = (wanted: boolean): LayerSpec[] => (wanted ? [{ layer: "reLU", config: {} }] : []);
export const logSoftmax: LayerSpec = { layer: "activation", config: { activation: "logSoftmax" } };

/** Layers on maps, by what they test. */
export const mapLayers = {
  convolution,
  depthwise,
  separable,
  denseOnMap,
  maxPooling: (shape: Shape, drawn: Dice) => pooling("maxPooling2d", shape, drawn),
  averagePooling: (shape: Shape, drawn: Dice) => pooling("averagePooling2d", shape, drawn),
  residual,
  batchNormalization,
  normalizationAndPooling: (shape: Shape, drawn: Dice) =>
    pooledByTwo(batchNormalization(shape, drawn)),
  dropout: (shape: Shape, { rate }: Dice) => ({
    specs: [{ layer: "dropout", config: { rate } }],
    shape,
  }),
  relu: (shape: Shape) => ({ specs: reluIf(true), shape }),
  leakyReLU: (shape: Shape, { alpha }: Dice) => ({
    specs: [{ layer: "leakyReLU", config: { alpha } }],
    shape,
  }),
  softmax: (shape: Shape, { relu }: Dice) => ({
    specs: [relu ? logSoftmax : { layer: "softmax", config: {} }],
    shape,
  }),
} satisfies Record<string, (shape: Shape, drawn: Dice) => Grown>;

/** Layers on rows of numbers, likewise; the shape is [1,1,C]. */
export const rowLayers = {
  dense(_: Shape, { channels, relu, useBias }: Dice) {
    const config = { units: channels, activation: relu ? "relu" : "linear", useBias };
    return { specs: [{ layer: "dense", config }], shape: [1, 1, channels] };
  },
  batchNormalization,
  dropout: mapLayers.dropout,
  relu: mapLayers.relu,
  leakyReLU: mapLayers.leakyReLU,
  softmax: mapLayers.softmax,
} satisfies Record<string, (shape: Shape, drawn: Dice) => Grown>;

function batchNormalization(shape: Shape, { relu }: Dice): Grown {
  return { specs: [{ layer: "batchNormalization", config: {} }, ...reluIf(relu)], shape };
}

/** The same, and max pooling 2×2 if the map is large enough. */
export function pooledByTwo({ specs, shape: [H, W, C] }: Grown): Grown {
  if (H < 2 || W < 2) return { specs, shape: [H, W, C] };
  const pooling: LayerSpec = { layer: "maxPooling2d", config: { poolSize: 2 } };
  return { specs: [...specs, pooling], shape: [Math.floor(H / 2), Math.floor(W / 2), C] };
}

export function convolution(
  shape: Shape,
  { height, width, rowStride, padding, channels, relu, pooled, useBias }: Dice,
): Grown {
  const [H, W] = shape;
  const stride = Math.min(rowStride, 2);
  const kernelSize = [Math.min(height, H), Math.min(width, W)] as const;
  const along = (axis: 0 | 1) =>
    windowCount(shape[axis], { window: kernelSize[axis], stride, padding });
  const after: Shape = [along(0), along(1), channels];
  const activation = relu ? "relu" : "linear";
  const config = { filters: channels, kernelSize, strides: stride, padding, activation, useBias };
  const specs: LayerSpec[] = [{ layer: "conv2d", config }];
  const grown: Grown = { specs, shape: after };
  return pooled ? pooledByTwo(grown) : grown;
}

/** Each channel with a filter of its own. */
function depthwise([H, W, C]: Shape, drawn: Dice): Grown {
  const { specs, shape } = convolution([H, W, C], { ...drawn, channels: C, pooled: false });
  const grown: Grown = { specs: [{ layer: "depthwiseConv2d", config: specs[0]!.config }], shape };
  return drawn.pooled ? pooledByTwo(grown) : grown;
}

function separable(from: Shape, drawn: Dice): Grown {
  const { specs, shape } = convolution(from, { ...drawn, pooled: false });
  return { specs: [{ layer: "separableConv2d", config: specs[0]!.config }], shape };
}

/** What the map becomes on one way, or two, added to the map itself, or to what a 1×1 convolution makes of it. */
function residual(shape: Shape, drawn: Dice): Grown {
  const { rowStride, padding, rate, relu, pooled, alpha } = drawn;
  const inPlace: Record<number, LayerSpec[]> = {
    0.2: [],
    0.5: alpha > 0 ? [{ layer: "leakyReLU", config: { alpha } }] : reluIf(true),
    0.75: [{ layer: "dropout", config: { rate } }],
  };
  if (padding === "valid") {
    const same = { ...drawn, padding: "same", rowStride: 1, channels: shape[2] } as const;
    const way = [
      ...inPlace[rate]!,
      ...(rowStride > 1 ? convolution(shape, { ...same, pooled: false }).specs : []),
    ];
    const itself = way.length + 1;
    const back = pooled || way.length === 0 ? [1, itself, itself] : [1, itself];
    return { specs: [...way, { layer: "add", config: {}, back }, ...reluIf(relu)], shape };
  }
  const one = { ...drawn, height: 1, width: 1, pooled: false, relu: !relu };
  const way = [...convolution(shape, { ...drawn, pooled: false }).specs, ...inPlace[rate]!];
  const short = convolution(shape, one);
  const specs: LayerSpec[] = [
    ...way,
    { ...short.specs[0]!, back: [way.length + 1] },
    { layer: "add", config: {}, back: [1, 2] },
    ...reluIf(relu),
  ];
  return { specs, shape: short.shape };
}

function denseOnMap([H, W]: Shape, { channels, relu, useBias }: Dice): Grown {
  const config = { units: channels, activation: relu ? "relu" : "linear", useBias };
  return { specs: [{ layer: "dense", config }], shape: [H, W, channels] };
}

function pooling(
  layer: "maxPooling2d" | "averagePooling2d",
  [H, W, C]: Shape,
  { height, width, rowStride, columnStride, padding }: Dice,
): Grown {
  const same = padding === "same";
  const poolSize = same ? [height, width] : [Math.min(height, H), Math.min(width, W)];
  const strides = [rowStride, columnStride];
  const along = (size: number, axis: 0 | 1) =>
    windowCount(size, { window: poolSize[axis]!, stride: strides[axis]!, padding });
  return {
    specs: [{ layer, config: { poolSize, strides, padding } }],
    shape: [along(H, 0), along(W, 1), C],
  };
}

/** What follows the last dense layer; where it is no softmax, the network gives logits. */
export const endings = {
  logSoftmax: [logSoftmax],
  softmax: [{ layer: "softmax", config: {} }],
  logits: [],
  relu: reluIf(true),
  leakyReLU: [{ layer: "leakyReLU", config: { alpha: 0.3 } }],
  reluAndSoftmax: [...reluIf(true), logSoftmax],
  batchNormalization: [{ layer: "batchNormalization", config: {} }, ...reluIf(true), logSoftmax],
  dropout: [{ layer: "dropout", config: { rate: 0.5 } }, logSoftmax],
} satisfies Record<string, LayerSpec[]>;
export type Ending = keyof typeof endings;
