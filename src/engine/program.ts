// A network as a WebAssembly program: kernels emitted for its dimensions, called in order by three
// exported functions. One memory, planned beforehand; nothing is allocated while it runs.
import { ModuleBuilder } from "./assembler.js";
import {
  defineConvolutionEntries,
  defineInputGradient,
  defineKernelGradient,
} from "./kernels/convolutionBackward.js";
import { defineConvolutionForward } from "./kernels/convolutionForward.js";
import {
  defineDenseForward,
  defineDenseInputGradient,
  defineDenseKernelGradient,
  defineReluGradient,
} from "./kernels/dense.js";
import { defineDropoutApply, defineDropoutMask } from "./kernels/dropout.js";
import { defineInput } from "./kernels/input.js";
import { defineKernelLayout } from "./kernels/kernelLayout.js";
import { defineMomentum } from "./kernels/momentum.js";
import { defineSoftmaxLoss } from "./kernels/softmaxLoss.js";
import type { NetworkPlan } from "./networkPlan.js";
import { type LayerPlaces, type Places, planPlaces } from "./places.js";

export interface Program {
  places: Places;
  memory: WebAssembly.Memory;
  /** Forward and backward over the n images of a batch, then the optimizer. */
  step(n: number, seed: number, batch: number): void;
  /** Forward, dropout off, and the losses, of n images. */
  evaluate(n: number): void;
  /** Must follow any change of the weights from outside. */
  weightsChanged(): void;
}

/** Builds and instantiates the program for batches of up to `batchSize` images. */
export async function buildProgram(network: NetworkPlan, batchSize: number): Promise<Program> {
  const places = planPlaces(network, batchSize);
  const module = emitModule(places);
  const memory = new WebAssembly.Memory({ initial: places.pages });
  const { instance } = await WebAssembly.instantiate(module.encode(places.pages), {
    env: { memory },
  });
  const exports = instance.exports as unknown as Pick<
    Program,
    "step" | "evaluate" | "weightsChanged"
  >;
  return { places, memory, ...exports };
}

type Argument = "n" | "seed" | "batch";
interface Call {
  kernel: number;
  takes: readonly Argument[];
}

/** The module of a network; exported for the tests that look at its size. */
export function emitModule(places: Places): ModuleBuilder {
  const module = new ModuleBuilder();
  const { settings } = places;
  const input: Call = { kernel: defineInput(module, places), takes: ["n"] };
  const loss: Call = { kernel: defineSoftmaxLoss(module, places), takes: ["n"] };
  const kernels = places.layers.map((layer, index) =>
    layerKernels(module, layer, { index, settings }),
  );
  const forward = kernels.flatMap((layer) => layer.forward);
  const training = kernels.flatMap((layer) => layer.forwardTraining);
  const backward = kernels.toReversed().flatMap((layer) => layer.backward);
  const update = kernels.flatMap((layer) => layer.update);
  const layouts = kernels.flatMap((layer) => layer.layout);
  defineSequence(module, "step", [input, ...training, loss, ...backward, ...update, ...layouts]);
  defineSequence(module, "evaluate", [input, ...forward, loss]);
  defineSequence(module, "weightsChanged", layouts);
  return module;
}

interface LayerKernels {
  forward: Call[];
  forwardTraining: Call[];
  backward: Call[];
  update: Call[];
  layout: Call[];
}

function layerKernels(
  module: ModuleBuilder,
  layer: LayerPlaces,
  { index, settings }: { index: number; settings: number },
): LayerKernels {
  const call = (kernel: number, ...takes: Argument[]): Call => ({ kernel, takes });
  if (layer.kind === "dropout") {
    const apply = (to: "values" | "gradients") => call(defineDropoutApply(module, layer, to), "n");
    const mask = call(defineDropoutMask(module, layer), "n", "seed", "batch");
    return {
      forward: [],
      forwardTraining: [mask, apply("values")],
      backward: [apply("gradients")],
      update: [],
      layout: [],
    };
  }
  const { kernel, bias, plan } = layer;
  const momentum = (name: string, parameters: typeof kernel) =>
    call(defineMomentum(module, { name: `${plan.name}.${name}`, parameters, settings }));
  const update = [momentum("kernel", kernel), momentum("bias", bias)];
  const isFirst = index === 0; // nobody asks for the gradient of the images
  if (layer.kind === "dense") {
    const forward = [call(defineDenseForward(module, layer), "n")];
    const backward = [call(defineDenseKernelGradient(module, layer), "n")];
    if (plan.relu) backward.unshift(call(defineReluGradient(module, layer), "n"));
    if (!isFirst) backward.push(call(defineDenseInputGradient(module, layer), "n"));
    return { forward, forwardTraining: forward, backward, update, layout: [] };
  }
  const forward = [call(defineConvolutionForward(module, layer), "n")];
  const backward = [
    call(defineConvolutionEntries(module, layer), "n"),
    call(defineKernelGradient(module, layer)),
  ];
  if (!isFirst) backward.push(call(defineInputGradient(module, layer), "n"));
  const layout = [call(defineKernelLayout(module, layer))];
  return { forward, forwardTraining: forward, backward, update, layout };
}

/** A function (n, seed, batch) that calls the kernels in order. */
function defineSequence(module: ModuleBuilder, name: string, calls: readonly Call[]): void {
  module.define(name, 3, (f) => {
    const [n, seed, batch] = f.parameters;
    const values = { n: n!, seed: seed!, batch: batch! };
    for (const { kernel, takes } of calls) {
      for (const argument of takes) f.get(values[argument]);
      f.call(kernel);
    }
  });
}
