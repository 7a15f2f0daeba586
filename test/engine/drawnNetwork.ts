// Networks drawn at random for property tests: small maps of odd sizes, few channels, any layer.
import fc from "fast-check";
import { type Padding, windowCount } from "../../src/engine/reference/slidingWindows.js";
import * as tf from "../../src/lib/network/tf.js";

/** The name of a function of tf.layers, and what it takes. */
export interface LayerSpec {
  layer: keyof typeof tf.layers;
  config: Record<string, unknown>;
}

/** Numbers that decide what a layer is like; which of them count depends on the layer. */
const dice = fc.record({
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
});
export type Dice = typeof dice extends fc.Arbitrary<infer T> ? T : never;

export type Shape = [H: number, W: number, C: number];

/** Layers behind a map of that shape, and the shape of what they give. */
type Grown = { specs: LayerSpec[]; shape: Shape };

const reluIf = (wanted: boolean): LayerSpec[] => (wanted ? [{ layer: "reLU", config: {} }] : []);
const logSoftmax: LayerSpec = { layer: "activation", config: { activation: "logSoftmax" } };

/** Layers on maps, by what they test. */
export const mapLayers = {
  convolution,
  denseOnMap,
  maxPooling: (shape: Shape, drawn: Dice) => pooling("maxPooling2d", shape, drawn),
  averagePooling: (shape: Shape, drawn: Dice) => pooling("averagePooling2d", shape, drawn),
  batchNormalization: (shape: Shape, { relu }: Dice) => ({
    specs: [{ layer: "batchNormalization", config: {} }, ...reluIf(relu)],
    shape,
  }),
  dropout: (shape: Shape, { rate }: Dice) => ({
    specs: [{ layer: "dropout", config: { rate } }],
    shape,
  }),
  relu: (shape: Shape) => ({ specs: reluIf(true), shape }),
  softmax: (shape: Shape, { relu }: Dice) => ({
    specs: [relu ? logSoftmax : { layer: "softmax", config: {} }],
    shape,
  }),
} satisfies Record<string, (shape: Shape, drawn: Dice) => Grown>;

/** Layers on rows of numbers, likewise; the shape is [1,1,C]. */
export const rowLayers = {
  dense(_: Shape, { channels, relu }: Dice) {
    const config = { units: channels, activation: relu ? "relu" : "linear" };
    return { specs: [{ layer: "dense", config }], shape: [1, 1, channels] };
  },
  batchNormalization: mapLayers.batchNormalization,
  dropout: mapLayers.dropout,
  relu: mapLayers.relu,
  softmax: mapLayers.softmax,
} satisfies Record<string, (shape: Shape, drawn: Dice) => Grown>;

function convolution(
  shape: Shape,
  { height, width, rowStride, padding, channels, relu, pooled }: Dice,
): Grown {
  const [H, W] = shape;
  const stride = Math.min(rowStride, 2);
  const kernelSize = [Math.min(height, H), Math.min(width, W)] as const;
  const along = (axis: 0 | 1) =>
    windowCount(shape[axis], { window: kernelSize[axis], stride, padding });
  const after: Shape = [along(0), along(1), channels];
  const activation = relu ? "relu" : "linear";
  const config = { filters: channels, kernelSize, strides: stride, padding, activation };
  const specs: LayerSpec[] = [{ layer: "conv2d", config }];
  if (!pooled || after[0] < 2 || after[1] < 2) return { specs, shape: after };
  specs.push({ layer: "maxPooling2d", config: { poolSize: 2 } });
  return { specs, shape: [Math.floor(after[0] / 2), Math.floor(after[1] / 2), channels] };
}

function denseOnMap([H, W]: Shape, { channels, relu }: Dice): Grown {
  const config = { units: channels, activation: relu ? "relu" : "linear" };
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

export interface DrawnNetwork {
  inputShape: Shape;
  specs: LayerSpec[];
  classes: number;
}

/** What follows the last dense layer; where it is no softmax, the network gives logits. */
export const endings = {
  logSoftmax: [logSoftmax],
  softmax: [{ layer: "softmax", config: {} }],
  logits: [],
  relu: reluIf(true),
  reluAndSoftmax: [...reluIf(true), logSoftmax],
  batchNormalization: [{ layer: "batchNormalization", config: {} }, ...reluIf(true), logSoftmax],
  dropout: [{ layer: "dropout", config: { rate: 0.5 } }, logSoftmax],
} satisfies Record<string, LayerSpec[]>;
export type Ending = keyof typeof endings;

/** What comes before the layers in question; behind what learns they are asked for their input's gradient. */
const beginnings = {
  denseOnMap: mapLayers.denseOnMap,
  pointwise: (shape: Shape, drawn: Dice) =>
    mapLayers.convolution(shape, { ...drawn, height: 1, width: 1, rowStride: 1, pooled: false }),
  convolution: mapLayers.convolution,
  nothing: (shape: Shape) => ({ specs: [], shape }),
} satisfies Record<string, (shape: Shape, drawn: Dice) => Grown>;

/** Networks with such layers in the midst, on maps and then on rows. */
export function drawnNetwork(
  onMap: readonly (keyof typeof mapLayers)[],
  onRow: readonly (keyof typeof rowLayers)[],
  ending: Ending = "logSoftmax",
): fc.Arbitrary<DrawnNetwork> {
  const side = fc.integer({ min: 1, max: 9 });
  const drawn = fc.record({
    inputShape: fc.tuple(side, side, fc.integer({ min: 1, max: 6 })),
    classes: fc.integer({ min: 2, max: 10 }),
    beginning: fc.constantFrom(...kindsOf(beginnings)),
    first: fc.record({ dice, channels: fc.integer({ min: 1, max: 9 }) }),
    dice: fc.tuple(...onMap.map(() => dice)),
    rowDice: fc.tuple(...onRow.map(() => dice)),
  });
  return drawn.map(({ inputShape, classes, beginning, first, ...rolled }) => {
    const specs: LayerSpec[] = [];
    let shape: Shape = inputShape;
    const add = (grown: Grown) => {
      specs.push(...grown.specs);
      shape = grown.shape;
    };
    add(beginnings[beginning](shape, { ...first.dice, channels: first.channels }));
    onMap.forEach((kind, i) => {
      add(mapLayers[kind](shape, rolled.dice[i]!));
    });
    add({
      specs: [{ layer: "flatten", config: {} }],
      shape: [1, 1, shape[0] * shape[1] * shape[2]],
    });
    onRow.forEach((kind, i) => {
      add(rowLayers[kind](shape, rolled.rowDice[i]!));
    });
    specs.push({ layer: "dense", config: { units: classes } }, ...endings[ending]);
    return { inputShape, specs, classes };
  });
}

/** Convolutions that the engine computes by Winograd's algorithm, behind what learns. */
export const drawnWinograd: fc.Arbitrary<DrawnNetwork> = fc
  .record({
    side: fc.tuple(fc.integer({ min: 4, max: 9 }), fc.integer({ min: 4, max: 9 })),
    channels: fc.integer({ min: 4, max: 21 }),
    filters: fc.integer({ min: 8, max: 29 }),
    dice,
    classes: fc.integer({ min: 2, max: 10 }),
  })
  .map(({ side: [H, W], channels, filters, dice: drawn, classes }) => {
    const inputShape: Shape = [H, W, 2];
    const pointwise = { ...drawn, channels, height: 1, width: 1, rowStride: 1, pooled: false };
    const three = { ...drawn, channels: filters, height: 3, width: 3, rowStride: 1 };
    const first = convolution(inputShape, { ...pointwise, relu: !drawn.relu });
    const specs = [...first.specs, ...convolution(first.shape, three).specs];
    const ending: LayerSpec[] = [
      { layer: "flatten", config: {} },
      { layer: "dense", config: { units: classes } },
      logSoftmax,
    ];
    return { inputShape, specs: [...specs, ...ending], classes };
  });

/** Networks of several layers, any of them. */
export const drawnChain: fc.Arbitrary<DrawnNetwork> = fc
  .record({
    onMap: fc.array(fc.constantFrom(...kindsOf(mapLayers)), { minLength: 1, maxLength: 4 }),
    onRow: fc.array(fc.constantFrom(...kindsOf(rowLayers)), { maxLength: 3 }),
    ending: fc.constantFrom(...kindsOf(endings)),
  })
  .chain(({ onMap, onRow, ending }) => drawnNetwork(onMap, onRow, ending));

function kindsOf<Kinds extends object>(layers: Kinds): (keyof Kinds)[] {
  return Object.keys(layers) as (keyof Kinds)[];
}

/** tf.layers' JSON of a network, and the names and shapes of its weights. */
export function topologyOf({ inputShape, specs }: Pick<DrawnNetwork, "inputShape" | "specs">) {
  const network = tf.sequential();
  specs.forEach(({ layer, config }, i) => {
    const create = tf.layers[layer] as (config: object) => tf.layers.Layer;
    network.add(create({ name: `layer${i}`, ...(i === 0 && { inputShape }), ...config }));
  });
  const weights = network.layers.flatMap((layer) =>
    layer.weights.map(({ originalName, shape }) => ({
      name: `${layer.name}/${originalName.split("/").at(-1)!}`,
      shape: shape as number[],
    })),
  );
  const topology = JSON.stringify(network.toJSON(null, false));
  network.dispose();
  return { topology, weights };
}
