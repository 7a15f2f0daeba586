// The kernels of one step, in their order, in a module that exports each of them, so that they can be
// timed one by one. The order is that of src/engine/program.ts with one thread; the worker checks that
// its losses are the engine's, bit for bit.
import { ModuleBuilder } from "../../src/engine/assembler.js";
import { defineInput } from "../../src/engine/kernels/input.js";
import { defineOptimizer } from "../../src/engine/kernels/optimizer.js";
import { defineSoftmaxLoss } from "../../src/engine/kernels/softmaxLoss.js";
import { type Argument, type Call, layerKernels } from "../../src/engine/layerKernels.js";
import type { LayerPlaces } from "../../src/engine/layerPlaces.js";
import type { Places } from "../../src/engine/places.js";

export interface StepKernel {
  /** The exported function. */
  name: string;
  /** Undefined for what belongs to no layer: input, loss, optimizer. */
  layer: LayerPlaces | undefined;
  /** What the count of its slice counts, undefined for a kernel without slices. */
  over: Call["over"] | undefined;
  takes: readonly Argument[];
}

/** Does nothing; what timing it costs is taken off the others. */
export const EMPTY_KERNEL = "nothing";

const learning = ["convolution", "dense", "batchNormalization"];

export function stepKernels(places: Places): {
  bytes: Uint8Array<ArrayBuffer>;
  kernels: StepKernel[];
} {
  const module = new NamingModule();
  const named = ({ kernel, over, takes }: Call, layer?: LayerPlaces): StepKernel => {
    return { name: module.names[kernel]!, layer, over, takes };
  };
  let learns = false;
  const layers = places.layers.map((layer, index) => {
    const prefix = `${index}.${layer.kind}`;
    const kernels = layerKernels(module, layer, { prefix, passesBack: learns });
    learns ||= learning.includes(layer.kind);
    const calls = (phase: "training" | "backward" | "gradients") =>
      kernels[phase].map((call) => named(call, layer));
    return {
      training: calls("training"),
      backward: calls("backward"),
      gradients: calls("gradients"),
      layout: kernels.layout.map((kernel) => ({
        ...{ name: module.names[kernel]!, layer, over: undefined, takes: [] },
      })),
    };
  });
  const [input, loss, optimizer, empty] = [
    defineInput(module, places),
    defineSoftmaxLoss(module, places),
    defineOptimizer(module, places, "sgd"),
    module.define(EMPTY_KERNEL, 2, () => undefined),
  ];
  const kernels = [
    named({ kernel: input, over: "images", takes: [] }),
    ...layers.flatMap(({ training }) => training),
    named({ kernel: loss, over: "images", takes: ["n"] }),
    ...layers.toReversed().flatMap(({ backward }) => backward),
    ...layers.flatMap(({ gradients }) => gradients),
    named({ kernel: optimizer, over: places.parameters.size / 4, takes: [] }),
    ...layers.flatMap(({ layout }) => layout),
    named({ kernel: empty, over: "images", takes: [] }),
  ];
  return { bytes: module.encode(places.pages), kernels };
}

/** What a reader calls a kernel: `conv1 forward`, `dropout mask`, `optimizer`. */
export function kernelLabel({ name, layer }: Pick<StepKernel, "name" | "layer">): string {
  if (!layer) return name;
  const owner = "name" in layer.plan ? layer.plan.name : layer.kind;
  const words = name.split(".").slice(2).join(" ");
  return `${owner} ${words.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
}

/** Remembers the names of its functions. */
class NamingModule extends ModuleBuilder {
  readonly names: string[] = [];

  override define(...[name, parameterCount, body]: Parameters<ModuleBuilder["define"]>): number {
    const index = super.define(name, parameterCount, body);
    this.names[index] = name;
    return index;
  }
}
