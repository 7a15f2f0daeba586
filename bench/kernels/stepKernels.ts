// The kernels of one step, in the order of a program with one thread, in a module that exports each of
// them, so that they can be timed one by one. The worker checks that its losses are the engine's, bit
// for bit.
import { ModuleBuilder } from "../../src/engine/assembler/moduleBuilder.js";
import type { Argument, Call } from "../../src/engine/program/layerCalls.js";
import type { LayerPlaces } from "../../src/engine/places/layerPlaces.js";
import type { Places } from "../../src/engine/places/places.js";
import { networkParts } from "../../src/engine/program/program.js";

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

export function stepKernels(places: Places): {
  bytes: Uint8Array<ArrayBuffer>;
  kernels: StepKernel[];
} {
  const module = new NamingModule();
  const { step } = networkParts(module, places);
  const empty = module.define(EMPTY_KERNEL, 2, () => undefined);
  const calls = step.flatMap(({ calls: sliced = [], whole = [] }) => [
    ...sliced,
    ...whole.map((kernel) => ({ kernel, over: undefined, takes: [] })),
  ]);
  const kernels = [...calls, { kernel: empty, over: "images" as const, takes: [] }].map(
    ({ kernel, over, takes }): StepKernel => {
      const name = module.names[kernel]!;
      const index = /^\d+/.exec(name)?.[0];
      return { name, layer: index === undefined ? undefined : places.layers[+index], over, takes };
    },
  );
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
