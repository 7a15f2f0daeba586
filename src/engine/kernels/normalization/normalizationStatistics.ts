// What batch normalization multiplies by and adds: from the batch's mean and biased variance in training,
// which move the moving ones, and from the moving ones in evaluation. Sums are taken image by image and
// then over the images, which leaves them exact and independent of the threads.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { BatchNormalizationPlaces } from "../../places/layerPlaces.js";
import { eachVector, sumOver, valuesAChannel } from "./normalizationLoops.js";

/** statistics(first, count, n): of a slice of the vectors of channels, and the moving ones after them. */
export function defineStatistics(
  module: ModuleBuilder,
  places: BatchNormalizationPlaces,
  prefix: string,
): number {
  const { plan, input, mean, inverseDeviation, movingMean, movingVariance } = places;
  return module.define(`${prefix}.statistics`, 3, (f) => {
    const [average, variance] = [f.local("v128"), f.local("v128")];
    eachVector(f, (at, n) => {
      const size = valuesAChannel(f, places, n);
      sumOver(f, { places, at, n, base: input.values }, (value) => value());
      f.get(size).op("f32x4.div").set(average);
      const difference = f.local("v128");
      sumOver(f, { places, at, n, base: input.values }, (value) => {
        value().get(average).op("f32x4.sub").set(difference);
        f.get(difference).get(difference).op("f32x4.mul");
      });
      f.get(size).op("f32x4.div").set(variance);
      f.get(at).get(average).at("v128.store", mean);
      f.get(at);
      inverseRoot(f, variance, plan.epsilon).at("v128.store", inverseDeviation);
      moveTowards(f, { at, place: movingMean, value: average, momentum: plan.momentum });
      moveTowards(f, { at, place: movingVariance, value: variance, momentum: plan.momentum });
      const pushInverseDeviation = () => f.get(at).at("v128.load", inverseDeviation);
      storeScale(f, places, { at, mean, pushInverseDeviation });
    });
  });
}

/** movingScale(first, count, n): the same from the moving mean and variance, for evaluation. */
export function defineMovingScale(
  module: ModuleBuilder,
  places: BatchNormalizationPlaces,
  prefix: string,
): number {
  return module.define(`${prefix}.movingScale`, 3, (f) => {
    const variance = f.local("v128");
    eachVector(f, (at) => {
      f.get(at).at("v128.load", places.movingVariance).set(variance);
      const pushInverseDeviation = () => inverseRoot(f, variance, places.plan.epsilon);
      storeScale(f, places, { at, mean: places.movingMean, pushInverseDeviation });
    });
  });
}

/** Pushes 1 / √(variance + ε). */
function inverseRoot(f: FunctionBuilder, variance: Local, epsilon: number): FunctionBuilder {
  f.f32x4(1).get(variance).f32x4(epsilon);
  return f.op("f32x4.add", "f32x4.sqrt", "f32x4.div");
}

/** moving ← momentum · moving + (1 − momentum) · value */
function moveTowards(
  f: FunctionBuilder,
  { at, place, value, momentum }: { at: Local; place: number; value: Local; momentum: number },
): void {
  f.get(at).get(at).at("v128.load", place).f32x4(momentum).op("f32x4.mul");
  f.get(value)
    .f32x4(1 - momentum)
    .op("f32x4.mul", "f32x4.add")
    .at("v128.store", place);
}

/** scale = γ / σ, shift = β − mean · scale. */
function storeScale(
  f: FunctionBuilder,
  { gamma, beta, scale, shift }: BatchNormalizationPlaces,
  from: { at: Local; mean: number; pushInverseDeviation: () => void },
): void {
  const { at, mean } = from;
  f.get(at).get(at).at("v128.load", gamma.values);
  from.pushInverseDeviation();
  f.op("f32x4.mul").at("v128.store", scale);
  f.get(at).get(at).at("v128.load", beta.values);
  f.get(at).at("v128.load", mean).get(at).at("v128.load", scale);
  f.op("f32x4.mul", "f32x4.sub").at("v128.store", shift);
}
