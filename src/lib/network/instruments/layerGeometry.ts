// Where the numbers of each layer's output come from: shapes, and the window of the layer before that a position looks
// at. Read from tf.layers' JSON, so that components need no tensors.
import { IMAGE_SIDE, PIXELS } from "../../dataset/dataset.js";
import { type Along, slideAlong } from "./slideAlong.js";
import { layerType } from "../layerType.js";
import { layerSources } from "../networkGraph.js";
import { type LayerJson, type Topology } from "../topology.js";

export type MapShape = [height: number, width: number, channels: number];

export interface LayerGeometry {
  name: string;
  /** The names of the layers whose output it reads; none: the image. Left out: the layer before. */
  reads?: readonly string[];
  /** tf.layers' name of its class. */
  type: string;
  /** What is done to each number at the end, in tf.layers' word; left out: nothing. */
  activation?: string;
  kind: "convolution" | "maxPooling" | "averagePooling" | "dense" | "flatten" | "each";
  /** A flat layer has H = W = 1. */
  input: MapShape;
  output: MapShape;
  /** Of the layer's own window. */
  size: [height: number, width: number];
  stride: [rows: number, columns: number];
  /** The zeros before the first row and the first column. */
  padding: [top: number, left: number];
}

/**
 * The layers in their order, those that only change each number by itself as `each`; up to the first one of a kind
 * that is not known here. A dense layer behind a `flatten` looks at the maps before it, all of them at once: its input
 * has their shape, and its window their size.
 */
export function layerGeometry(topology: Topology): LayerGeometry[] {
  const { layers } = topology.config;
  const sources = layerSources(topology);
  const found: LayerGeometry[] = [];
  const given = new Map<string, Given>();
  for (const [i, layer] of layers.entries()) {
    const reads = sources[i]!;
    const { output: input, flattened } = given.get(reads[0] ?? "") ?? imageGiven(layers[0]);
    const isDense = layer.class_name === "Dense";
    const seen = isDense && flattened ? flattened : input;
    const geometry = geometryOf(layer, seen, flattened !== undefined);
    if (!geometry) break;
    const { kind, output } = geometry;
    const stillFlattened = kind === "dense" ? undefined : flattened;
    given.set(geometry.name, { output, flattened: kind === "flatten" ? input : stillFlattened });
    const { activation = "linear" } = layer.config;
    found.push({ ...geometry, reads, ...(activation !== "linear" && { activation }) });
  }
  return found;
}

/** What a layer gives, and the maps that were flattened before it, if no dense layer has looked at them yet. */
interface Given {
  output: MapShape;
  flattened: MapShape | undefined;
}

/** What the network takes; a flat image is one that was flattened before: the first dense layer sees it whole. */
function imageGiven(first: LayerJson | undefined): Given {
  const [height = 1, width, channels] = (first?.config.batch_input_shape ?? []).slice(
    1,
  ) as number[];
  if (width !== undefined) {
    return { output: [height, width, channels ?? 1], flattened: undefined };
  }
  const flattened: MapShape | undefined =
    height === PIXELS ? [IMAGE_SIDE, IMAGE_SIDE, 1] : undefined;
  return { output: [1, 1, height], flattened };
}

/** The layers that have weights to look at: convolutions, and dense layers. */
export function filterLayers(layers: readonly LayerGeometry[]): LayerGeometry[] {
  return layers.filter(({ kind }) => kind === "convolution" || kind === "dense");
}

/** The layers that give maps, of more than one place. */
export function mapLayers(layers: readonly LayerGeometry[]): LayerGeometry[] {
  return shownLayers(layers).filter(({ output: [height, width] }) => height * width > 1);
}

/** The layers that change the numbers when the network is not in training. */
export function shownLayers(layers: readonly LayerGeometry[]): LayerGeometry[] {
  return layers.filter(
    ({ kind, type }) => kind !== "flatten" && type !== "Dropout" && type !== "InputLayer",
  );
}

/** «Convolución 3 × 3 + ReLU». */
export function describeLayer({ type, size, activation = "linear" }: LayerGeometry): string {
  return layerType(type, { kernelSize: size, poolSize: size, activation });
}

function geometryOf(
  layer: LayerJson,
  input: MapShape,
  isFlattened: boolean,
): LayerGeometry | undefined {
  if (!Object.hasOwn(geometries, layer.class_name)) return undefined;
  return geometries[layer.class_name]!(layer, input, isFlattened);
}

type Geometry = (layer: LayerJson, input: MapShape, isFlattened: boolean) => LayerGeometry;

/** What changes each number by itself, or nothing. */
const each: Geometry = (layer, input) => ({ ...still(layer, input), kind: "each", output: input });

/** By tf.layers' names of the classes. */
const geometries: Record<string, Geometry> = {
  Conv2D: (layer, input) =>
    slide(layer, input, { kind: "convolution", channels: layer.config.filters! }),
  SeparableConv2D: (layer, input) =>
    slide(layer, input, { kind: "convolution", channels: layer.config.filters! }),
  DepthwiseConv2D: (layer, input) =>
    slide(layer, input, {
      kind: "convolution",
      channels: input[2] * (layer.config.depth_multiplier ?? 1),
    }),
  MaxPooling2D: (layer, input) => slide(layer, input, { kind: "maxPooling", channels: input[2] }),
  AveragePooling2D: (layer, input) =>
    slide(layer, input, { kind: "averagePooling", channels: input[2] }),
  GlobalAveragePooling2D(layer, input) {
    const [height, width, channels] = input;
    const output: MapShape = [1, 1, channels];
    return { ...still(layer, input), kind: "averagePooling", output, size: [height, width] };
  },
  Flatten(layer, input) {
    const [height, width, channels] = input;
    const output: MapShape = [1, 1, height * width * channels];
    return { ...still(layer, input), kind: "flatten", output, size: [height, width] };
  },
  Dense: denseOver,
  InputLayer: each,
  Activation: each,
  Add: each,
  ReLU: each,
  LeakyReLU: each,
  Softmax: each,
  Dropout: each,
  BatchNormalization: each,
};

/** What a layer without a window has. */
function still({ class_name: type, config: { name } }: LayerJson, input: MapShape) {
  const [size, stride, padding] = [
    [1, 1],
    [1, 1],
    [0, 0],
  ] as [Pair, Pair, Pair];
  return { name, type, input, size, stride, padding };
}

type Pair = [number, number];

/** One neuron a unit over the whole of the flattened maps; else the same neurons at each position. */
function denseOver(
  { class_name: type, config: { name, units } }: LayerJson,
  input: MapShape,
  isFlattened: boolean,
): LayerGeometry {
  const [height, width] = input;
  const size: LayerGeometry["size"] = isFlattened ? [height, width] : [1, 1];
  const output: MapShape = isFlattened ? [1, 1, units!] : [height, width, units!];
  return { name, type, kind: "dense", input, output, size, stride: [1, 1], padding: [0, 0] };
}

function slide(
  { class_name: type, config }: LayerJson,
  input: MapShape,
  { kind, channels }: { kind: LayerGeometry["kind"]; channels: number },
): LayerGeometry {
  const size = pair(config.kernel_size ?? config.pool_size ?? [2, 2]);
  const stride = pair(config.strides ?? (kind === "convolution" ? [1, 1] : size));
  const along = ([0, 1] as const).map((axis) =>
    slideAlong(input[axis], {
      size: size[axis],
      stride: stride[axis],
      same: config.padding === "same",
    }),
  );
  const [rows, columns] = along as [Along, Along];
  const output: MapShape = [rows.count, columns.count, channels];
  const padding: [number, number] = [rows.before, columns.before];
  return { name: config.name, type, kind, input, output, size, stride, padding };
}

function pair(values: readonly number[]): [number, number] {
  return [values[0]!, values[1] ?? values[0]!];
}
