// Where the numbers of each layer's output come from: shapes, and the window of the layer before that a position looks
// at. Read from tf.layers' JSON, so that components need no tensors.
import { IMAGE_SIDE, PIXELS } from "../../dataset/dataset.js";
import { layerType } from "../layerType.js";
import { type LayerJson, type Topology } from "../topology.js";

export type MapShape = [height: number, width: number, channels: number];

export interface LayerGeometry {
  name: string;
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
export function layerGeometry({ config: { layers } }: Topology): LayerGeometry[] {
  const found: LayerGeometry[] = [];
  const [height = 1, width, channels] = (layers[0]?.config.batch_input_shape ?? []).slice(
    1,
  ) as number[];
  let input: MapShape = width === undefined ? [1, 1, height] : [height, width, channels ?? 1];
  // A flat image is one that was flattened before: the first dense layer sees it whole.
  let flattened: MapShape | undefined =
    width === undefined && height === PIXELS ? [IMAGE_SIDE, IMAGE_SIDE, 1] : undefined;
  for (const layer of layers) {
    const isDense = layer.class_name === "Dense";
    const seen = isDense && flattened ? flattened : input;
    const geometry = geometryOf(layer, seen, flattened !== undefined);
    if (!geometry) break;
    if (geometry.kind === "flatten") flattened = input;
    else if (geometry.kind === "dense") flattened = undefined;
    const { activation = "linear" } = layer.config;
    found.push(activation === "linear" ? geometry : { ...geometry, activation });
    input = geometry.output;
  }
  return found;
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
  return layers.filter(({ kind, type }) => kind !== "flatten" && type !== "Dropout");
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
  const { class_name: className, config } = layer;
  const { name } = config;
  const [height, width, channels] = input;
  const flat = height * width * channels;
  const still = {
    name,
    type: className,
    input,
    size: [1, 1],
    stride: [1, 1],
    padding: [0, 0],
  } satisfies Partial<LayerGeometry>;
  switch (className) {
    case "Conv2D":
      return slide(layer, input, { kind: "convolution", channels: config.filters! });
    case "MaxPooling2D":
      return slide(layer, input, { kind: "maxPooling", channels });
    case "AveragePooling2D":
      return slide(layer, input, { kind: "averagePooling", channels });
    case "Flatten":
      return { ...still, kind: "flatten", output: [1, 1, flat], size: [height, width] };
    case "Dense":
      return denseOver(layer, input, isFlattened);
    case "InputLayer":
    case "Activation":
    case "ReLU":
    case "Softmax":
    case "Dropout":
    case "BatchNormalization":
      return { ...still, kind: "each", output: input };
    default:
      return undefined;
  }
}

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

interface Along {
  count: number;
  /** Zeros before the first. */
  before: number;
}

/** ⌊(n − k) / s⌋ + 1 positions; with `same` padding ⌈n / s⌉, the odd zero behind, as TensorFlow has it. */
function slideAlong(
  length: number,
  { size, stride, same }: { size: number; stride: number; same: boolean },
): Along {
  if (!same) return { count: Math.floor((length - size) / stride) + 1, before: 0 };
  const count = Math.ceil(length / stride);
  const zeros = Math.max(0, (count - 1) * stride + size - length);
  return { count, before: Math.floor(zeros / 2) };
}

function pair(values: readonly number[]): [number, number] {
  return [values[0]!, values[1] ?? values[0]!];
}
