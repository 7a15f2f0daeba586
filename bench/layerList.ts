// A tf.layers topology as a plain list of layers, activations on their own: what a contestant that
// does not know tf.layers builds the network from. Sizes of the weights follow from the weights.
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
  | { kind: "logSoftmax"; name: string };

/** Throws a TypeError that names what a bench network must not have. */
export function layerList(topology: string): SimpleLayer[] {
  return parseTopology(topology).config.layers.flatMap(simpleLayers);
}

function simpleLayers({ class_name: className, config }: LayerJson): SimpleLayer[] {
  const { name } = config;
  switch (className) {
    case "Conv2D":
      return [convolution(config), ...after(config)];
    case "MaxPooling2D":
      checkPadding(config);
      return [
        {
          kind: "maxPooling",
          name,
          size: square(config.pool_size, name),
          step: square(config.strides, name),
        },
      ];
    case "BatchNormalization":
      return [
        {
          kind: "batchNormalization",
          name,
          epsilon: config.epsilon!,
          momentum: config.momentum!,
        },
      ];
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
