// A tf.layers topology as a plain list of layers, activations on their own: what a contestant that
// does not know tf.layers builds the network from. Sizes of the weights follow from the weights.
import { hasBranches, layerSources } from "../src/lib/network/networkGraph.js";
import { type LayerJson, parseTopology } from "../src/lib/network/topology.js";

export type SimpleLayer =
  | { kind: "convolution"; name: string; step: number; isPadded: boolean }
  | { kind: "maxPooling"; name: string; size: number; step: number }
  | { kind: "batchNormalization"; name: string; epsilon: number; momentum: number }
  | { kind: "globalMean"; name: string }
  | { kind: "flatten"; name: string }
  | { kind: "dense"; name: string }
  | { kind: "dropout"; name: string; rate: number }
  | { kind: "relu"; name: string }
  | { kind: "sum"; name: string }
  | { kind: "logSoftmax"; name: string };

/** A layer of a network with branches, and the names of those that it reads; the first reads the image. */
export type BranchedLayer = SimpleLayer & { reads: string[] };

/**
 * With what each layer reads, where that is not always the one before it.
 * Throws a TypeError that names what a bench network must not have.
 */
export function layerList(topology: string): SimpleLayer[] | BranchedLayer[] {
  const parsed = parseTopology(topology);
  if (!hasBranches(parsed)) return parsed.config.layers.flatMap(simpleLayers);
  const sources = layerSources(parsed);
  /** By the name of each layer of the topology: who gives what it gives; the image itself gives the image. */
  const givers = new Map<string, string>();
  return parsed.config.layers.flatMap((layer, i) => {
    let reads = sources[i]!.map((name) => givers.get(name)!);
    const simple = simpleLayers(layer).map((each): BranchedLayer => {
      const branched = { ...each, reads };
      reads = [each.name];
      return branched;
    });
    const { name } = layer.config;
    givers.set(name, simple.at(-1)?.name ?? reads[0] ?? name);
    return simple;
  });
}

function simpleLayers({ class_name: className, config }: LayerJson): SimpleLayer[] {
  const { name } = config;
  switch (className) {
    case "Conv2D":
      return [convolution(config), ...after(config)];
    case "MaxPooling2D":
      return [maxPooling(config)];
    case "BatchNormalization": {
      const { epsilon, momentum } = config;
      return [{ kind: "batchNormalization", name, epsilon: epsilon!, momentum: momentum! }];
    }
    case "InputLayer":
      return [];
    case "Add":
      return [{ kind: "sum", name }];
    case "GlobalAveragePooling2D":
      return [{ kind: "globalMean", name }];
    case "Flatten":
      return [{ kind: "flatten", name }];
    case "Dense":
      return [{ kind: "dense", name }, ...after(config)];
    case "Dropout":
      return [{ kind: "dropout", name, rate: config.rate! }];
    case "ReLU":
      return [{ kind: "relu", name }];
    case "Activation":
      return after(config);
    default:
      throw new TypeError(`a layer that all contestants know expected, ${className} found`);
  }
}

/** Padded as TensorFlow does it: the output has a position for each step of the input. */
function convolution({ name, padding, strides }: LayerJson["config"]): SimpleLayer {
  return { kind: "convolution", name, step: square(strides, name), isPadded: padding === "same" };
}

function maxPooling(config: LayerJson["config"]): SimpleLayer {
  const { name, pool_size: size, strides } = config;
  checkPadding(config);
  return { kind: "maxPooling", name, size: square(size, name), step: square(strides, name) };
}

/** The layer's activation as a layer of its own. */
function after({ name, activation = "linear" }: LayerJson["config"]): SimpleLayer[] {
  if (activation === "linear") return [];
  if (activation === "relu") return [{ kind: "relu", name: `${name}-relu` }];
  if (/^log_?softmax$/i.test(activation)) return [{ kind: "logSoftmax", name: `${name}-output` }];
  throw new TypeError(`${name}: ReLU or log-softmax expected, ${activation} found`);
}

function checkPadding({ name, padding }: LayerJson["config"]): void {
  if (padding !== "valid") throw new TypeError(`${name}: no padding expected, ${padding} found`);
}

function square(sizes: number[] | undefined, name: string): number {
  const [height, width] = sizes ?? [];
  if (height === undefined || height !== width) {
    throw new TypeError(`${name}: equal height and width expected, ${sizes?.join("×")} found`);
  }
  return height;
}
