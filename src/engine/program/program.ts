// A network as a WebAssembly program: kernels emitted for its dimensions, called in order by a few
// exported functions. One memory, planned beforehand; nothing is allocated while it runs. With several
// threads each computes a slice of every kernel, and all wait for each other between phases; the result
// does not depend on how many they are.
import { ModuleBuilder } from "../assembler/moduleBuilder.js";
import { checkWebAssembly, withMemory } from "./engineUnavailable.js";
import { defineInput } from "../kernels/input.js";
import { defineOptimizer, type OptimizerKind } from "../kernels/optimizer.js";
import { defineSoftmaxLoss } from "../kernels/softmaxLoss.js";
import type { Call } from "./layerCalls.js";
import { layerKernels } from "./layerKernels.js";
import type { NetworkPlan } from "../plan/networkPlan.js";
import { type Places, planPlaces } from "../places/places.js";
import { unsupported } from "../plan/unsupported.js";
import { defineParts, type PartName, type Parts } from "./parts.js";

/** What a 32-bit WebAssembly memory may have, of 64 KiB each. */
const MOST_PAGES = 65_536;
const PAGES_PER_GIGABYTE = 16_384;

export interface Program {
  places: Places;
  memory: WebAssembly.Memory;
  /**
   * Forward and backward over the n images of a batch, then the optimizer.
   *
   * @param meanwhile is called when the other threads have begun
   */
  step: (n: number, seed: number, batch: number, meanwhile?: () => void) => void;
  /** Forward, dropout off, and the losses, of n images. */
  evaluate: (n: number) => void;
  /** Must follow any change of the weights from outside. */
  weightsChanged: () => void;
}

export interface ProgramOptions {
  /** Images of a batch, at most. */
  batchSize: number;
  optimizer?: OptimizerKind;
  threads?: number;
  /** The part of a label that is shared out among all the classes, in training; 0 left out. */
  labelSmoothing?: number;
}

/** What a further thread needs to join: it instantiates the module and calls `help(thread)`. */
export interface CompiledProgram {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
}

/**
 * Builds and instantiates the program; with several threads, the others must be started to help. Rejects
 * with an EngineUnavailableError, in Spanish, where the browser lacks what that takes.
 */
export async function buildProgram(
  network: NetworkPlan,
  options: ProgramOptions,
): Promise<Program & CompiledProgram> {
  checkWebAssembly();
  const places = planPlaces(network, options.batchSize, options.threads);
  const bytes = emitModule(places, options);
  const { pages } = places;
  if (pages > MOST_PAGES) {
    const gigabytes = Math.ceil(pages / PAGES_PER_GIGABYTE);
    unsupported(
      `esta red con lotes de ${options.batchSize} imágenes, que necesita ${gigabytes} GB de memoria`,
    );
  }
  const shared = (options.threads ?? 1) > 1;
  const { memory, module, instance } = await withMemory(async () => {
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
    const module = await WebAssembly.compile(bytes);
    return { memory, module, instance: await WebAssembly.instantiate(module, { env: { memory } }) };
  });
  const part = (name: PartName) => {
    type Exported = (n: number, seed: number, batch: number) => void;
    const begin = instance.exports[`begin.${name}`] as Exported;
    const finish = instance.exports[`finish.${name}`] as Exported;
    return (n = 0, seed = 0, batch = 0, meanwhile?: () => void) => {
      begin(n, seed, batch);
      meanwhile?.();
      finish(n, seed, batch);
    };
  };
  const parts = { step: part("step"), evaluate: part("evaluate") };
  return { places, memory, module, ...parts, weightsChanged: part("weightsChanged") };
}

/** The bytes of a network's module. */
export function emitModule(
  places: Places,
  { threads = 1, ...options }: Omit<ProgramOptions, "batchSize">,
): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder();
  const parts = networkParts(module, places, options);
  defineParts(module, { team: places.team, threads, parts });
  return module.encode(places.pages, { shared: threads > 1 });
}

/** Defines the network's kernels; what calls them, in order. A layer's are named `3.dense.forward`. */
export function networkParts(
  module: ModuleBuilder,
  places: Places,
  {
    optimizer = "sgd",
    labelSmoothing = 0,
  }: Pick<ProgramOptions, "optimizer" | "labelSmoothing"> = {},
): Parts {
  let learns = false;
  const kernels = places.layers.map((layer, index) => {
    const prefix = `${index}.${layer.kind}`;
    const emitted = layerKernels(module, layer, { prefix, passesBack: learns });
    learns ||= ["convolution", "depthwise", "dense", "batchNormalization"].includes(layer.kind);
    return emitted;
  });
  const input: Call = { kernel: defineInput(module, places), over: "images", takes: [] };
  const { loss, trainingLoss } = losses(module, places, labelSmoothing);
  const update: Call = {
    kernel: defineOptimizer(module, places, optimizer),
    over: places.parameters.size / 4,
    takes: [],
  };
  const calls = (phase: "forward" | "training" | "gradients" | "sums") =>
    kernels.flatMap((layer) => layer[phase]);
  const backward = kernels.toReversed().flatMap((layer) => layer.backward);
  const layouts = { whole: kernels.flatMap((layer) => layer.layout) };
  return {
    step: [
      { calls: [input, ...calls("training"), trainingLoss, ...backward] },
      { calls: calls("gradients") },
      ...(calls("sums").length > 0 ? [{ calls: calls("sums") }] : []),
      { calls: [update] },
      layouts,
    ],
    evaluate: [{ calls: [input, ...calls("forward"), loss] }],
    weightsChanged: [layouts],
  };
}

/** In evaluation labels are not smoothed. */
function losses(module: ModuleBuilder, places: Places, smoothing: number) {
  const call = (kernel: number): Call => ({ kernel, over: "images", takes: ["n"] });
  const loss = call(defineSoftmaxLoss(module, places));
  if (smoothing === 0) return { loss, trainingLoss: loss };
  const smoothed = defineSoftmaxLoss(module, places, { name: "smoothedLoss", smoothing });
  return { loss, trainingLoss: call(smoothed) };
}
