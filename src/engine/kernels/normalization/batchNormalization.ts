// Batch normalization (Ioffe and Szegedy, 2015) over the batch and the positions, a channel at a time,
// as tf.layers does it, and its gradients. The statistics are in normalizationStatistics.ts.
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { BatchNormalizationPlaces } from "../../places/layerPlaces.js";
import { defineRows, eachVector, sumOver } from "./normalizationLoops.js";

/** normalize(first, count, n): values times scale plus shift, and ReLU. */
export function defineNormalize(
  module: ModuleBuilder,
  places: BatchNormalizationPlaces,
  prefix: string,
): number {
  const { plan, input, output, scale, shift } = places;
  return defineRows(module, { places, name: `${prefix}.normalize` }, (f, { offset, v }) => {
    f.get(offset)
      .get(offset)
      .at("v128.load", input.values + 16 * v);
    f.i32(scale)
      .at("v128.load", 16 * v)
      .op("f32x4.mul");
    f.i32(shift)
      .at("v128.load", 16 * v)
      .op("f32x4.add");
    if (plan.relu) f.f32x4(0).op("f32x4.pmax");
    f.at("v128.store", output.values + 16 * v);
  });
}

/** parameterGradient(first, count, n): of gamma and beta, for a slice of the vectors of channels. */
export function defineNormalizationGradient(
  module: ModuleBuilder,
  places: BatchNormalizationPlaces,
  prefix: string,
): number {
  const { input, output, gamma, beta, mean, inverseDeviation } = places;
  const distance = input.values - output.gradients;
  return module.define(`${prefix}.parameterGradient`, 3, (f) => {
    eachVector(f, (at, n) => {
      f.get(at);
      sumOver(f, { places, at, n, base: output.gradients }, (value) => value());
      f.at("v128.store", beta.gradients);
      f.get(at);
      sumOver(f, { places, at, n, base: output.gradients }, (value, address) => {
        f.get(address).i32(distance).op("i32.add").at("v128.load");
        f.get(at).at("v128.load", mean).op("f32x4.sub");
        value().op("f32x4.mul");
      });
      f.get(at).at("v128.load", inverseDeviation).op("f32x4.mul");
      f.at("v128.store", gamma.gradients);
    });
  });
}

/** inputGradient(first, count, n): scale · (g − (Σg + x̂ Σ g x̂) / M), M values a channel. */
export function defineNormalizationInputGradient(
  module: ModuleBuilder,
  places: BatchNormalizationPlaces,
  prefix: string,
): number {
  const { input, output, gamma, beta, mean, inverseDeviation, scale } = places;
  const name = `${prefix}.inputGradient`;
  return defineRows(module, { places, name }, (f, { offset, v, size }) => {
    const load = (address: number) => f.i32(address).at("v128.load", 16 * v);
    f.get(offset);
    load(scale)
      .get(offset)
      .at("v128.load", output.gradients + 16 * v);
    load(beta.gradients)
      .get(offset)
      .at("v128.load", input.values + 16 * v);
    load(mean).op("f32x4.sub");
    load(inverseDeviation).op("f32x4.mul");
    load(gamma.gradients).op("f32x4.mul", "f32x4.add");
    f.get(size).op("f32x4.div", "f32x4.sub", "f32x4.mul");
    f.at("v128.store", input.gradients + 16 * v);
  });
}
