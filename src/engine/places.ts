// Where everything of a network stands in memory: activations and their gradients, weights,
// velocities, and what each kernel keeps between the forward and the backward pass.
import { MemoryPlan } from "./memoryPlan.js";
import {
  activationSize,
  type ActivationShape,
  type ConvolutionPlan,
  type DensePlan,
  type DropoutPlan,
  type NetworkPlan,
} from "./networkPlan.js";

/** Values and their gradients, [capacity][H][W][stride]. */
export interface Activation {
  shape: ActivationShape;
  values: number;
  gradients: number;
}

/** Weights or biases with their gradients and velocities, `size` floats each, a multiple of four. */
export interface Parameters {
  size: number;
  values: number;
  gradients: number;
  velocities: number;
}

export interface ConvolutionPlaces {
  plan: ConvolutionPlan;
  input: Activation;
  output: Activation;
  /** Vectors of one row of a filter, its channels side by side. */
  rowVectors: number;
  /** [K][FH][4·rowVectors]: the layout of the backward pass, and of the optimizer. */
  kernel: Parameters;
  bias: Parameters;
  /** [FH][FW][C][output stride]: a copy for the forward pass. */
  forwardKernel: number;
  /** Where each maximum was, as bytes from the window's first position, like the output. */
  maxima: number;
  /** For each filter, the living gradients: pairs of an input address and a value. */
  entries: number;
  entriesPerFilter: number;
  /** For each filter, the end of its entries. */
  entryEnds: number;
}

export interface DensePlaces {
  plan: DensePlan;
  input: Activation;
  output: Activation;
  /** [inputs, with their padding][output stride]. */
  kernel: Parameters;
  bias: Parameters;
}

export interface DropoutPlaces {
  plan: DropoutPlan;
  activation: Activation;
  /** Like the activation's values. */
  mask: number;
  /** Random 32-bit integers, one a value without padding. */
  random: number;
}

export type LayerPlaces =
  | ({ kind: "convolution" } & ConvolutionPlaces)
  | ({ kind: "dense" } & DensePlaces)
  | ({ kind: "dropout" } & DropoutPlaces);

export interface Places {
  /** Images that fit at once; a multiple of four. */
  capacity: number;
  /** uint8, [capacity][H][W][C]. */
  pixels: number;
  /** int32, [capacity]. */
  labels: number;
  /** float32, [capacity]: the loss of each image. */
  losses: number;
  /** float32: the learning rate, then the momentum. */
  settings: number;
  input: Activation;
  layers: LayerPlaces[];
  output: Activation;
  classes: number;
  pages: number;
}

export function planPlaces(network: NetworkPlan, batchSize: number): Places {
  const memory = new MemoryPlan();
  const capacity = 4 * Math.ceil(Math.max(batchSize, 100) / 4);
  const activation = (shape: ActivationShape): Activation => {
    const size = capacity * activationSize(shape);
    return { shape, values: memory.floats(size), gradients: memory.floats(size) };
  };
  const parameters = (size: number): Parameters => ({
    size,
    values: memory.floats(size),
    gradients: memory.floats(size),
    velocities: memory.floats(size),
  });
  const { height, width, channels } = network.input;
  const pixels = memory.allocate(capacity * height * width * channels);
  const labels = memory.allocate(4 * capacity);
  const losses = memory.floats(capacity);
  const settings = memory.floats(2);
  const input = activation(network.input);
  let current = input;
  const layers = network.layers.map((plan): LayerPlaces => {
    if (plan.kind === "dropout") {
      const size = capacity * activationSize(plan.input);
      const [mask, random] = [memory.floats(size), memory.floats(size + 4)];
      return { kind: "dropout", plan, activation: current, mask, random };
    }
    const output = activation(plan.output);
    const before = current;
    current = output;
    if (plan.kind === "dense") {
      const kernel = parameters(activationSize(plan.input) * plan.output.stride);
      return {
        kind: "dense",
        plan,
        input: before,
        output,
        kernel,
        bias: parameters(plan.output.stride),
      };
    }
    const { filterHeight, filterWidth, input: shape, output: outputShape } = plan;
    const rowVectors = Math.ceil((filterWidth * shape.stride) / 4);
    const entriesPerFilter = capacity * outputShape.height * outputShape.width;
    return {
      kind: "convolution",
      plan,
      input: before,
      output,
      rowVectors,
      kernel: parameters(outputShape.channels * filterHeight * rowVectors * 4),
      bias: parameters(outputShape.stride),
      forwardKernel: memory.floats(
        filterHeight * filterWidth * shape.channels * outputShape.stride,
      ),
      maxima: memory.floats(capacity * activationSize(outputShape)),
      entries: memory.allocate(8 * (entriesPerFilter + 1) * outputShape.channels),
      entriesPerFilter: entriesPerFilter + 1,
      entryEnds: memory.allocate(4 * outputShape.channels),
    };
  });
  return {
    capacity,
    pixels,
    labels,
    losses,
    settings,
    input,
    layers,
    output: current,
    classes: network.classes,
    pages: memory.pages,
  };
}
