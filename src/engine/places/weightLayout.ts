// Weights between the run (tf.layers' shapes and order) and the engine's memory (padded, and for
// convolutions filter by filter). The same for the optimizer's state, without what does not learn.
import type {
  ConvolutionPlaces,
  DensePlaces,
  DepthwisePlaces,
  LayerPlaces,
  Parameters,
} from "./layerPlaces.js";
import type { Places } from "./places.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";
import { InternalError } from "../../lib/errors/internalError.js";

/** Gradients are those of the latest step. */
export type WeightKind = "values" | "gradients" | "velocities" | "squares";

/** Where one weight's numbers stand. */
interface WeightMap {
  name: string;
  shape: number[];
  /** A group in the block of parameters, if its numbers learn, else an address in bytes. */
  at: Parameters | number;
  /** In floats from there, in tf.layers' order. */
  positions: Uint32Array;
}

/** Reads the weights, or the optimizer's state, out of memory. */
export function readParameters(
  memory: WebAssembly.Memory,
  places: Places,
  kind: WeightKind,
): NamedWeight[] {
  const floats = new Float32Array(memory.buffer);
  return weightMaps(places, kind).map(({ name, shape, at, positions }) => {
    const start = startOf(at, places, kind);
    return { name, shape, values: Float32Array.from(positions, (p) => floats[start + p]!) };
  });
}

/** Writes them; throws if a name or a shape differs. Padding is left as it is: zero. */
export function writeParameters(
  memory: WebAssembly.Memory,
  places: Places,
  { kind, weights }: { kind: WeightKind; weights: readonly NamedWeight[] },
): void {
  const floats = new Float32Array(memory.buffer);
  const maps = weightMaps(places, kind);
  if (maps.length !== weights.length) {
    throw new InternalError(`${maps.length} weights expected, ${weights.length} found`);
  }
  maps.forEach(({ name, shape, at, positions }, i) => {
    const weight = weights[i]!;
    if (weight.shape.join() !== shape.join()) {
      throw new InternalError(
        `${name} [${shape.join(",")}] expected, [${weight.shape.join(",")}] found`,
      );
    }
    const start = startOf(at, places, kind);
    positions.forEach((position, k) => {
      floats[start + position] = weight.values[k]!;
    });
  });
}

/** In floats from the start of memory. */
function startOf(at: WeightMap["at"], { parameters }: Places, kind: WeightKind): number {
  return typeof at === "number" ? at / 4 : parameters[kind] / 4 + at.start;
}

function weightMaps({ layers }: Places, kind: WeightKind): WeightMap[] {
  return layers.flatMap(layerMaps).filter(({ at }) => kind === "values" || typeof at !== "number");
}

function layerMaps(layer: LayerPlaces): WeightMap[] {
  switch (layer.kind) {
    case "convolution":
      return [convolutionMap(layer), ...biasMaps(layer)];
    case "depthwise":
      return [depthwiseMap(layer), ...biasMaps(layer)];
    case "dense":
      return [denseMap(layer), ...biasMaps(layer)];
    case "batchNormalization":
      return [
        rowMap(layer, "gamma", layer.gamma),
        rowMap(layer, "beta", layer.beta),
        rowMap(layer, "moving_mean", layer.movingMean),
        rowMap(layer, "moving_variance", layer.movingVariance),
      ];
    default:
      return [];
  }
}

function biasMaps(layer: ConvolutionPlaces | DepthwisePlaces | DensePlaces): WeightMap[] {
  return layer.bias ? [rowMap(layer, "bias", layer.bias)] : [];
}

/** One number a channel. */
function rowMap(
  { plan }: Extract<LayerPlaces, { plan: { name: string } }>,
  weight: string,
  at: WeightMap["at"],
): WeightMap {
  const { channels } = plan.output;
  const positions = Uint32Array.from({ length: channels }, (_, k) => k);
  return { name: `${plan.name}/${weight}`, shape: [channels], at, positions };
}

function depthwiseMap({ plan, kernel }: DepthwisePlaces): WeightMap {
  const { filterHeight, filterWidth, input } = plan;
  const { channels } = input;
  const positions = Uint32Array.from(
    { length: filterHeight * filterWidth * channels },
    (_, i) => Math.floor(i / channels) * input.pitch + (i % channels),
  );
  const shape = [filterHeight, filterWidth, channels, 1];
  return { name: `${plan.name}/depthwise_kernel`, shape, at: kernel, positions };
}

function denseMap({ plan, kernel }: DensePlaces): WeightMap {
  const { input, output } = plan;
  const positions = new Uint32Array(input.channels * output.channels);
  for (let c = 0; c < input.channels; c++) {
    for (let u = 0; u < output.channels; u++) {
      positions[c * output.channels + u] = c * output.pitch + u;
    }
  }
  const shape = [input.channels, output.channels];
  return { name: `${plan.name}/kernel`, shape, at: kernel, positions };
}

function convolutionMap({ plan, kernel, rowVectors }: ConvolutionPlaces): WeightMap {
  const { filterHeight, filterWidth, input, output, kernelShape } = plan;
  const positions: number[] = [];
  for (let fy = 0; fy < filterHeight; fy++) {
    for (let fx = 0; fx < filterWidth; fx++) {
      for (let c = 0; c < input.channels; c++) {
        for (let k = 0; k < output.channels; k++) {
          positions.push((k * filterHeight + fy) * rowVectors * 4 + fx * input.pitch + c);
        }
      }
    }
  }
  return {
    name: `${plan.name}/${plan.kernel}`,
    shape: kernelShape,
    at: kernel,
    positions: Uint32Array.from(positions),
  };
}
