// Leaky ReLU, in place: what is below zero is multiplied by alpha. Alpha is positive, so that the sign of
// what came out tells, on the way back, the sign of what went in.
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import type { LeakyReluPlaces } from "../places/layerPlaces.js";
import { defineVectors } from "./relu.js";

/** leakyRelu(first, count). */
export function defineLeakyRelu(module: ModuleBuilder, places: LeakyReluPlaces, prefix: string) {
  const { plan, activation } = places;
  const { values } = activation;
  const name = `${prefix}.leakyRelu`;
  return defineVectors(module, { name, shape: activation.shape }, (f, offset) => {
    const value = f.local("v128");
    f.get(offset).get(offset).at("v128.load", values).set(value);
    f.get(value).get(value).f32x4(plan.alpha).op("f32x4.mul");
    f.get(value).f32x4(0).op("f32x4.gt", "v128.bitselect");
    f.at("v128.store", values);
  });
}

/** leakyReluGradient(first, count): gradients times one where the value is positive, else times alpha. */
export function defineLeakyReluGradient(
  module: ModuleBuilder,
  { plan, activation }: LeakyReluPlaces,
  prefix: string,
): number {
  const { shape, values, gradients } = activation;
  return defineVectors(module, { name: `${prefix}.leakyReluGradient`, shape }, (f, offset) => {
    const gradient = f.local("v128");
    f.get(offset).get(offset).at("v128.load", gradients).set(gradient);
    f.get(gradient).get(gradient).f32x4(plan.alpha).op("f32x4.mul");
    f.get(offset).at("v128.load", values).f32x4(0).op("f32x4.gt", "v128.bitselect");
    f.at("v128.store", gradients);
  });
}
