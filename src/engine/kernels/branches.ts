// Branches of a value and the sum in which they meet, forward and back.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import type { BranchPlaces, SumPlaces } from "../places/layerPlaces.js";
import { defineVectors } from "./relu.js";

/** branch(first, count): copies the values. */
export function defineBranch(
  module: ModuleBuilder,
  { input, output }: BranchPlaces,
  prefix: string,
): number {
  const { shape } = input;
  return defineVectors(module, { name: `${prefix}.branch`, shape }, (f, offset) => {
    f.get(offset).get(offset).at("v128.load", input.values).at("v128.store", output.values);
  });
}

/** branchGradient(first, count): stores the gradients of the branch as those of the value, or adds them. */
export function defineBranchGradient(
  module: ModuleBuilder,
  { plan, input, output }: BranchPlaces,
  prefix: string,
): number {
  const { shape } = input;
  return defineVectors(module, { name: `${prefix}.branchGradient`, shape }, (f, offset) => {
    f.get(offset).get(offset).at("v128.load", output.gradients);
    if (plan.backward === "added") {
      f.get(offset).at("v128.load", input.gradients).op("f32x4.add");
    }
    f.at("v128.store", input.gradients);
  });
}

/** sum(first, count): of the terms in their order, and ReLU. */
export function defineSum(
  module: ModuleBuilder,
  { plan, inputs, output }: SumPlaces,
  prefix: string,
): number {
  const { shape } = output;
  return defineVectors(module, { name: `${prefix}.sum`, shape }, (f, offset) => {
    f.get(offset);
    inputs.forEach(({ values }, i) => {
      f.get(offset).at("v128.load", values);
      if (i > 0) f.op("f32x4.add");
    });
    if (plan.relu) f.f32x4(0).op("f32x4.pmax");
    f.at("v128.store", output.values);
  });
}

/** sumGradient(first, count): hands the gradients, those that ReLU let through, to every term. */
export function defineSumGradient(
  module: ModuleBuilder,
  { plan, inputs, output }: SumPlaces,
  prefix: string,
): number {
  const { shape } = output;
  return defineVectors(module, { name: `${prefix}.sumGradient`, shape }, (f, offset) => {
    const gradient = f.local("v128");
    f.get(offset).at("v128.load", output.gradients);
    if (plan.relu) onlyLiving(f, offset, output.values);
    f.set(gradient);
    for (const { gradients } of inputs) f.get(offset).get(gradient).at("v128.store", gradients);
  });
}

/** Silences what ReLU did not let through. */
function onlyLiving(f: FunctionBuilder, offset: Local, values: number): void {
  f.get(offset).at("v128.load", values).f32x4(0).op("f32x4.gt", "v128.and");
}
