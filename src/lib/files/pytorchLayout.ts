// Weights between tf.layers and PyTorch: other names, other orders of the axes.
//
//   tf.layers                          PyTorch
//   conv1/kernel [FH,FW,C,K]           conv1.weight [K,C,FH,FW]
//   fc1/kernel   [inputs,units]        fc1.weight   [units,inputs]
//   conv1/bias   [K]                   conv1.bias   [K]
//   block/depthwise_kernel [FH,FW,C,M] block.weight [C·M,1,FH,FW], with as many groups as channels
//   norm1/gamma, beta [C]              norm1.weight, bias [C]
//   norm1/moving_mean, moving_variance norm1.running_mean, running_var
//
// A separable convolution is two there: block.depthwise, without a bias, and block.pointwise.
//
// After `flatten` the inputs of a layer come in another order too: tf.layers flattens [H,W,C], PyTorch
// [C,H,W].
import type { FlattenedShapes } from "../network/networkFromTopology.js";
import type { NamedWeight } from "../network/namedWeight.js";
import { FileFormatError } from "./fileFormatError.js";
import type { FileTensor } from "./safetensors.js";

/** PyTorch's state_dict of these weights. */
export function toPyTorch(
  weights: readonly NamedWeight[],
  flattened: FlattenedShapes,
): Record<string, FileTensor> {
  return Object.fromEntries(
    weights.map(({ name, shape, values }) => {
      const { sources, shape: fileShape } = pyTorchOrder(name, shape, flattened);
      const reordered = Float32Array.from(sources, (source) => values[source]!);
      return [pyTorchName(name, weights), { shape: fileShape, values: reordered }];
    }),
  );
}

/**
 * tf.layers' weights of a PyTorch state_dict, with the names and shapes of `like`. Throws in Spanish
 * if a tensor is missing, unknown or of another shape.
 */
export function fromPyTorch(
  tensors: Record<string, FileTensor>,
  like: readonly NamedWeight[],
  flattened: FlattenedShapes,
): NamedWeight[] {
  const unknown = Object.keys(tensors).filter(
    (name) => !like.some((weight) => pyTorchName(weight.name, like) === name),
  );
  if (unknown.length > 0) {
    throw new FileFormatError(
      `El archivo tiene pesos que esta red no conoce: ${unknown.join(", ")}.`,
    );
  }
  return like.map(({ name, shape }) => {
    const fileName = pyTorchName(name, like);
    const tensor = tensors[fileName];
    const order = pyTorchOrder(name, shape, flattened);
    const expected = `[${order.shape.join(", ")}]`;
    if (!tensor)
      throw new FileFormatError(`Al archivo le faltan los pesos «${fileName}» ${expected}.`);
    if (tensor.shape.join() !== order.shape.join()) {
      throw new FileFormatError(
        `Los pesos «${fileName}» deberían tener la forma ${expected} y tienen [${tensor.shape.join(", ")}].`,
      );
    }
    const values = new Float32Array(tensor.values.length);
    order.sources.forEach((source, target) => {
      values[source] = tensor.values[target]!;
    });
    if (!values.every(Number.isFinite)) {
      throw new FileFormatError(`Los pesos «${fileName}» contienen valores que no son números.`);
    }
    return { name, shape: shape.slice(), values };
  });
}

const pyTorchVariables: Record<string, string> = {
  kernel: "weight",
  depthwise_kernel: "weight",
  pointwise_kernel: "weight",
  gamma: "weight",
  beta: "bias",
  moving_mean: "running_mean",
  moving_variance: "running_var",
};

/** @param weights all of the network's: those of a separable convolution are of two layers there */
function pyTorchName(name: string, weights: readonly NamedWeight[]): string {
  const [layer, variable] = splitName(name);
  const isSeparable = weights.some((weight) => weight.name === `${layer}/pointwise_kernel`);
  const step = variable === "depthwise_kernel" ? ".depthwise" : ".pointwise";
  return `${layer}${isSeparable ? step : ""}.${pyTorchVariables[variable] ?? variable}`;
}

/** A layer's name may have slashes of its own. */
function splitName(name: string): [layer: string, variable: string] {
  const slash = name.lastIndexOf("/");
  return [name.slice(0, slash), name.slice(slash + 1)];
}

/** PyTorch's shape of a weight and, for each of its positions in order, the position in tf.layers. */
function pyTorchOrder(
  name: string,
  shape: readonly number[],
  flattened: FlattenedShapes,
): { shape: number[]; sources: number[] } {
  const [layer, variable] = splitName(name);
  const map = flattened[layer];
  if (variable === "depthwise_kernel") {
    const [height, width, channels, multiplier] = shape as [number, number, number, number];
    return convolutionOrder([height, width, 1, channels * multiplier]);
  }
  if (shape.length === 4) return convolutionOrder(shape);
  if (shape.length === 2) return denseOrder(shape, map);
  if (map && variable !== "bias") return { shape: shape.slice(), sources: channelsFirst(map) };
  return { shape: shape.slice(), sources: range(shape.reduce((product, n) => product * n, 1)) };
}

function convolutionOrder(shape: readonly number[]): { shape: number[]; sources: number[] } {
  const [height, width, channels, filters] = shape as [number, number, number, number];
  const sources: number[] = [];
  for (let k = 0; k < filters; k++) {
    for (let c = 0; c < channels; c++) {
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          sources.push(((y * width + x) * channels + c) * filters + k);
        }
      }
    }
  }
  return { shape: [filters, channels, height, width], sources };
}

function denseOrder(
  shape: readonly number[],
  flattened: [number, number, number] | undefined,
): { shape: number[]; sources: number[] } {
  const [inputs, units] = shape as [number, number];
  const inputOrder = channelsFirst(flattened ?? [inputs, 1, 1]);
  const sources = range(units).flatMap((unit) => inputOrder.map((input) => input * units + unit));
  return { shape: [units, inputs], sources };
}

/** The positions in [H,W,C] of the numbers of a map, in the order of [C,H,W]. */
function channelsFirst([height, width, channels]: FlattenedShapes[string]): number[] {
  const order: number[] = [];
  for (let c = 0; c < channels; c++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) order.push((y * width + x) * channels + c);
    }
  }
  return order;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}
