// Reference, frozen: the layers of a tf.layers topology one by one, each with what its formula needs and reads.
// A layer's activation is a layer of its own here, and nothing is joined.
import type { Padding, Sliding } from "./slidingWindows.js";
import { layerSources } from "../../lib/network/networkGraph.js";
import { type LayerJson, parseTopology } from "../../lib/network/topology.js";
import { InternalError } from "../../lib/errors/internalError.js";

interface Weighted {
  name: string;
  hasBias: boolean;
}

interface Convolution extends Weighted {
  rows: Sliding;
  columns: Sliding;
}

export type ReferenceLayer =
  /** On a map [N,H,W,C]. */
  | (Convolution & { kind: "convolution"; kernel: string; filters: number })
  /** Each channel with a filter of its own. */
  | (Convolution & { kind: "depthwise" })
  | { kind: "maxPooling" | "averagePooling"; rows: Sliding; columns: Sliding }
  /** From [N,H,W,C] to [N,C]. */
  | { kind: "globalAveragePooling" }
  /** From [N,H,W,C] to [N,H·W·C]. */
  | { kind: "flatten" }
  | (Weighted & { kind: "dense"; units: number })
  | { kind: "batchNormalization"; name: string; epsilon: number; momentum: number }
  /** `layer` is its place among the topology's layers, which decides its masks. */
  | { kind: "dropout"; rate: number; layer: number }
  | { kind: "leakyRelu"; alpha: number }
  /** Of all that it reads, of one shape. */
  | { kind: "sum" }
  | { kind: "relu" | "softmax" | "logSoftmax" };

/** A layer, and the places of what it reads: 0 is the input, 1 the output of the first layer. */
export type PlacedLayer = ReferenceLayer & { reads: readonly number[] };

export interface ReferenceLayers {
  /** In their order: each reads what stands before it. */
  layers: PlacedLayer[];
  /** The place of what each layer of the topology gives, by its name. */
  outputs: Map<string, number>;
}

/**
 * The layers, the last of which always gives log-probabilities: a softmax or log-softmax at the end is
 * that of the loss, and where there is none, the network gives logits.
 */
export function referenceLayers(topology: string): ReferenceLayers {
  const network = parseTopology(topology);
  const layers: PlacedLayer[] = [];
  const outputs = new Map<string, number>();
  const sources = layerSources(network);
  network.config.layers.forEach((layer, index) => {
    let reads = sources[index]!.map((name) => outputs.get(name)!);
    if (reads.length === 0) reads = [0];
    for (const found of layersOf(layer, index)) {
      layers.push({ ...found, reads });
      reads = [layers.length];
    }
    outputs.set(layer.config.name, reads[0]!);
  });
  return withLoss({ layers, outputs });
}

function withLoss({ layers, outputs }: ReferenceLayers): ReferenceLayers {
  const last = layers.findLastIndex(({ kind }) => kind !== "flatten");
  const { kind, reads: before } = layers[last]!;
  if (kind !== "softmax" && kind !== "logSoftmax") {
    return { layers: [...layers, { kind: "logSoftmax", reads: [layers.length] }], outputs };
  }
  const moved = (place: number) =>
    place === last + 1 ? before[0]! : place > last ? place - 1 : place;
  const kept = layers
    .toSpliced(last, 1)
    .map((layer) => ({ ...layer, reads: layer.reads.map(moved) }));
  return {
    layers: [...kept, { kind: "logSoftmax", reads: [kept.length] }],
    outputs: new Map([...outputs].map(([name, place]) => [name, moved(place)])),
  };
}

function layersOf({ class_name: className, config }: LayerJson, index: number): ReferenceLayer[] {
  if (!Object.hasOwn(readers, className)) {
    throw new InternalError(`a layer that the reference knows expected, ${className} found`);
  }
  return readers[className]!(config, index);
}

type Config = LayerJson["config"];

/** By tf.layers' names of the classes. */
const readers: Record<string, (config: Config, index: number) => ReferenceLayer[]> = {
  InputLayer: () => [],
  Conv2D(config) {
    const [rows, columns] = slidings(config, config.kernel_size!);
    const filters = config.filters!;
    const sliding = { ...weighted(config), rows, columns };
    return [
      { kind: "convolution", ...sliding, kernel: "kernel", filters },
      ...activationOf(config),
    ];
  },
  DepthwiseConv2D: (config) => [depthwise(config), ...activationOf(config)],
  SeparableConv2D(config) {
    const once = { window: 1, stride: 1, padding: "valid" } as const;
    const sliding = { ...weighted(config), rows: once, columns: once };
    const filters = config.filters!;
    return [
      { ...depthwise(config), hasBias: false },
      { kind: "convolution", ...sliding, kernel: "pointwise_kernel", filters },
      ...activationOf(config),
    ];
  },
  MaxPooling2D: (config) => [pooling("maxPooling", config)],
  AveragePooling2D: (config) => [pooling("averagePooling", config)],
  GlobalAveragePooling2D: () => [{ kind: "globalAveragePooling" }],
  Flatten: () => [{ kind: "flatten" }],
  Dense: (config) => [
    { kind: "dense", ...weighted(config), units: config.units! },
    ...activationOf(config),
  ],
  BatchNormalization: ({ name, epsilon, momentum }) => [
    { kind: "batchNormalization", name, epsilon: epsilon!, momentum: momentum! },
  ],
  Dropout: ({ rate }, index) => [{ kind: "dropout", rate: rate!, layer: index }],
  ReLU: () => [{ kind: "relu" }],
  Add: () => [{ kind: "sum" }],
  LeakyReLU: ({ alpha }) => [{ kind: "leakyRelu", alpha: alpha! }],
  Softmax: () => [{ kind: "softmax" }],
  Activation: activationOf,
};

function depthwise(config: Config) {
  const [rows, columns] = slidings(config, config.kernel_size!);
  return { kind: "depthwise", ...weighted(config), rows, columns } as const;
}

function pooling(kind: "maxPooling" | "averagePooling", config: Config): ReferenceLayer {
  const [rows, columns] = slidings(config, config.pool_size!);
  return { kind, rows, columns };
}

function weighted({ name, use_bias: hasBias = true }: Config): Weighted {
  return { name, hasBias };
}

function slidings(config: Config, windows: readonly number[]): [Sliding, Sliding] {
  const padding = config.padding as Padding;
  const along = (axis: number) => ({
    window: windows[axis]!,
    stride: config.strides![axis]!,
    padding,
  });
  return [along(0), along(1)];
}

function activationOf({ activation }: Config): ReferenceLayer[] {
  switch (activation) {
    case undefined:
    case "linear":
      return [];
    case "relu":
      return [{ kind: "relu" }];
    case "softmax":
      return [{ kind: "softmax" }];
    case "logSoftmax":
    case "log_softmax":
      return [{ kind: "logSoftmax" }];
    default:
      throw new InternalError(
        `an activation that the reference knows expected, ${activation} found`,
      );
  }
}
