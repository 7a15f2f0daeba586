// Hands out the places of each layer, in the layers' order.
import type {
  Activation,
  BatchNormalizationPlaces,
  BranchPlaces,
  ConvolutionPlaces,
  DropoutPlaces,
  LayerPlaces,
  Parameters,
  SumPlaces,
} from "./layerPlaces.js";
import type { MemoryPlan } from "./memoryPlan.js";
import { ParameterPlan } from "./parameterPlan.js";
import { activationSize, type ActivationShape } from "../plan/activationShape.js";
import type {
  BatchNormalizationPlan,
  BranchPlan,
  ConvolutionPlan,
  DensePlan,
  DepthwisePlan,
  DropoutPlan,
  FlattenPlan,
  LayerPlan,
  SumPlan,
} from "../plan/networkPlan.js";
import { isFull } from "../plan/joinLayers.js";
import { planWinogradFour } from "./winogradFourPlaces.js";
import { FOUR_PRODUCTS } from "./winogradFourShape.js";
import { WINOGRAD_PRODUCTS, winogradShape } from "./winogradShape.js";

export class LayerPlanner {
  readonly parameters = new ParameterPlan();

  constructor(
    private readonly memory: MemoryPlan,
    private readonly capacity: number,
    private readonly threads: number,
  ) {}

  plan(layers: readonly LayerPlan[], input: Activation) {
    const outputs: Activation[] = [];
    const outputAt = (place: number) => (place < 0 ? input : outputs[place]!);
    const places = layers.map((plan, i): LayerPlaces => {
      const read = outputAt(plan.from ?? i - 1);
      const layer =
        plan.kind === "sum" ? this.sum(plan, plan.terms.map(outputAt)) : this.place(plan, read);
      outputs.push("output" in layer ? layer.output : read);
      return layer;
    });
    return { layers: places, output: outputAt(layers.length - 1) };
  }

  private sum(plan: SumPlan, inputs: Activation[]): SumPlaces {
    return { kind: plan.kind, plan, inputs, output: this.activation(plan.output) };
  }

  /** With the value's numbers, or gradients, where it has none of its own. */
  private branch(plan: BranchPlan, input: Activation): BranchPlaces {
    const size = this.capacity * activationSize(plan.output);
    const values = plan.copies ? this.memory.floats(size) : input.values;
    const gradients = plan.backward === "shared" ? input.gradients : this.memory.floats(size);
    const output = { shape: plan.output, values, gradients };
    return { kind: plan.kind, plan, input, output };
  }

  private place(plan: Exclude<LayerPlan, SumPlan>, input: Activation): LayerPlaces {
    switch (plan.kind) {
      case "dropout":
        return this.dropout(plan, input);
      case "relu":
        return { kind: plan.kind, plan, activation: input };
      case "leakyRelu":
        return { kind: plan.kind, plan, activation: input };
      case "softmax":
        return { kind: plan.kind, plan, activation: input };
      case "branch":
        return this.branch(plan, input);
      case "flatten":
        return { kind: plan.kind, plan, input, output: this.flattened(plan, input) };
      case "padding":
        return { kind: plan.kind, plan, input, output: this.activation(plan.output) };
      case "pooling":
        return {
          kind: plan.kind,
          plan,
          input,
          output: this.activation(plan.output),
          maxima: this.memory.floats(this.capacity * activationSize(plan.output)),
        };
      case "dense":
        return { kind: plan.kind, plan, ...this.learning(plan, input, plan.input.channels) };
      case "depthwise":
        return {
          kind: plan.kind,
          plan,
          ...this.learning(plan, input, plan.filterHeight * plan.filterWidth),
        };
      case "batchNormalization":
        return this.batchNormalization(plan, input);
      case "convolution":
        return this.convolution(plan, input);
    }
  }

  /** With a kernel of so many rows of the output's channels. */
  private learning(plan: DensePlan | DepthwisePlan, input: Activation, rows: number) {
    return {
      input,
      output: this.activation(plan.output),
      passesBack: this.parameters.size > 0,
      kernel: this.parameters.group(rows * plan.output.pitch),
      bias: this.biases(plan),
    };
  }

  private dropout(plan: DropoutPlan, activation: Activation): DropoutPlaces {
    const size = this.capacity * activationSize(plan.input);
    const [mask, random] = [this.memory.floats(size), this.memory.floats(size + 4)];
    return { kind: plan.kind, plan, activation, mask, random };
  }

  private convolution(plan: ConvolutionPlan, input: Activation): ConvolutionPlaces {
    const { memory, capacity } = this;
    const { filterHeight, filterWidth, input: from, output: to } = plan;
    const rowVectors = Math.ceil((filterWidth * from.pitch) / 4);
    const passesBack = this.parameters.size > 0;
    const isFour = to.frame !== undefined;
    const winograd = isFour ? undefined : winogradShape(plan);
    const products = winograd ? WINOGRAD_PRODUCTS : filterHeight * filterWidth;
    const taps = isFour ? FOUR_PRODUCTS : products;
    const entries = isFull(plan) ? 0 : to.channels * capacity * to.height * to.width;
    return {
      kind: plan.kind,
      plan,
      input,
      output: this.activation(to),
      rowVectors,
      passesBack,
      kernel: this.parameters.group(to.channels * filterHeight * rowVectors * 4),
      bias: this.biases(plan),
      forwardKernel: memory.floats(taps * from.channels * to.pitch),
      scratch: winograd ? memory.floats(capacity * winograd.scratchFloats) : 0,
      ...(isFour && { four: planWinogradFour(memory, plan, this.threads) }),
      maxima: plan.pooled ? memory.floats(capacity * activationSize(to)) : 0,
      entries: memory.allocate(8 * entries),
      entryEnds: memory.allocate(4 * capacity * to.channels),
    };
  }

  private batchNormalization(
    plan: BatchNormalizationPlan,
    input: Activation,
  ): BatchNormalizationPlaces {
    const { pitch } = plan.output;
    const row = () => this.memory.floats(pitch);
    return {
      kind: plan.kind,
      plan,
      input,
      output: this.activation(plan.output),
      passesBack: this.parameters.size > 0,
      gamma: this.parameters.group(pitch),
      beta: this.parameters.group(pitch),
      mean: row(),
      inverseDeviation: row(),
      movingMean: row(),
      movingVariance: row(),
      scale: row(),
      shift: row(),
      imageSums: this.memory.floats(this.capacity * pitch),
      imageProducts: this.memory.floats(this.capacity * pitch),
      meanGradient: row(),
      slope: row(),
    };
  }

  /** The same numbers seen otherwise, or, where channels have padding, a copy without it. */
  private flattened(plan: FlattenPlan, input: Activation): Activation {
    if (plan.input.pitch === plan.input.channels) return { ...input, shape: plan.output };
    return this.activation(plan.output);
  }

  private activation(shape: ActivationShape): Activation {
    const size = this.capacity * activationSize(shape);
    return { shape, values: this.memory.floats(size), gradients: this.memory.floats(size) };
  }

  private biases({
    hasBias,
    output,
  }: ConvolutionPlan | DensePlan | DepthwisePlan): Parameters | undefined {
    return hasBias ? this.parameters.group(output.pitch) : undefined;
  }
}
