// Weights between the run (tf.layers' shapes) and the engine's memory (padded, and for convolutions
// filter by filter). The same for velocities.
import type { ConvolutionPlaces, DensePlaces, LayerPlaces, Parameters, Places } from "./places.js";
import type { NamedWeight } from "../lib/run.js";

type Kind = "values" | "velocities";
type WeightedPlaces = Extract<LayerPlaces, { kind: "convolution" | "dense" }>;

/** Where one weight's numbers stand: the address in floats of each, in tf.layers' order. */
interface WeightMap {
  name: string;
  shape: number[];
  parameters: Parameters;
  /** Positions within the parameters. */
  positions: Uint32Array;
}

/** Reads the weights, or their velocities, out of memory. */
export function readParameters(
  memory: WebAssembly.Memory,
  places: Places,
  kind: Kind,
): NamedWeight[] {
  const floats = new Float32Array(memory.buffer);
  return weightMaps(places).map(({ name, shape, parameters, positions }) => {
    const start = parameters[kind] / 4;
    return { name, shape, values: Float32Array.from(positions, (at) => floats[start + at]!) };
  });
}

/** Writes them; throws if a name or a shape differs. Padding is left as it is: zero. */
export function writeParameters(
  memory: WebAssembly.Memory,
  places: Places,
  { kind, weights }: { kind: Kind; weights: readonly NamedWeight[] },
): void {
  const floats = new Float32Array(memory.buffer);
  const maps = weightMaps(places);
  if (maps.length !== weights.length) {
    throw new Error(`${maps.length} weights expected, ${weights.length} found`);
  }
  maps.forEach(({ name, shape, parameters, positions }, i) => {
    const weight = weights[i]!;
    if (weight.shape.join() !== shape.join()) {
      throw new Error(`${name} [${shape.join(",")}] expected, [${weight.shape.join(",")}] found`);
    }
    const start = parameters[kind] / 4;
    positions.forEach((at, k) => {
      floats[start + at] = weight.values[k]!;
    });
  });
}

function weightMaps({ layers }: Places): WeightMap[] {
  return layers
    .filter((layer): layer is WeightedPlaces => layer.kind !== "dropout")
    .flatMap((layer) => [kernelMap(layer), biasMap(layer)]);
}

function biasMap({ plan, bias }: WeightedPlaces): WeightMap {
  const { channels } = plan.output;
  return {
    name: `${plan.name}/bias`,
    shape: [channels],
    parameters: bias,
    positions: Uint32Array.from({ length: channels }, (_, k) => k),
  };
}

function kernelMap(layer: WeightedPlaces): WeightMap {
  return layer.kind === "dense" ? denseMap(layer) : convolutionMap(layer);
}

function denseMap({ plan, kernel }: DensePlaces): WeightMap {
  const { input, output } = plan;
  const positions: number[] = [];
  for (let place = 0; place < input.height * input.width; place++) {
    for (let c = 0; c < input.channels; c++) {
      for (let u = 0; u < output.channels; u++) {
        positions.push((place * input.stride + c) * output.stride + u);
      }
    }
  }
  const inputs = input.height * input.width * input.channels;
  return {
    name: `${plan.name}/kernel`,
    shape: [inputs, output.channels],
    parameters: kernel,
    positions: Uint32Array.from(positions),
  };
}

function convolutionMap({ plan, kernel, rowVectors }: ConvolutionPlaces): WeightMap {
  const { filterHeight, filterWidth, input, output } = plan;
  const positions: number[] = [];
  for (let fy = 0; fy < filterHeight; fy++) {
    for (let fx = 0; fx < filterWidth; fx++) {
      for (let c = 0; c < input.channels; c++) {
        for (let k = 0; k < output.channels; k++) {
          positions.push((k * filterHeight + fy) * rowVectors * 4 + fx * input.stride + c);
        }
      }
    }
  }
  return {
    name: `${plan.name}/kernel`,
    shape: [filterHeight, filterWidth, input.channels, output.channels],
    parameters: kernel,
    positions: Uint32Array.from(positions),
  };
}
