// Batch normalization (Ioffe and Szegedy, 2015) over the batch and the positions, a channel at a time,
// as tf.layers does it: biased variance, also in the moving one. Sums are taken image by image and then
// over the images, which keeps them exact and independent of the threads.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import type { BatchNormalizationPlaces } from "../layerPlaces.js";
import { activationSize } from "../networkPlan.js";

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

/** Runs the body for each vector of a slice of the channels; `at` is its place in a row, in bytes. */
function eachVector(f: FunctionBuilder, body: (at: Local, n: Local) => void): void {
  const [first, count, n] = f.parameters as [Local, Local, Local];
  const at = f.local("i32");
  f.point(at, 0, { index: first, bytes: 16 });
  f.loop(count, () => {
    body(at, n);
    f.increase(at, 16);
  });
}

/** Pushes the sum, over n images and their positions, of what the body pushes for each vector. */
function sumOver(
  f: FunctionBuilder,
  of: { places: BatchNormalizationPlaces; at: Local; n: Local; base: number },
  body: (value: () => FunctionBuilder, address: Local) => void,
): void {
  const { height, width, pitch } = of.places.plan.input;
  const [total, part, address] = [f.local("v128"), f.local("v128"), f.local("i32")];
  f.get(of.at).i32(of.base).op("i32.add").set(address);
  f.f32x4(0).set(total);
  f.loop(of.n, () => {
    f.f32x4(0).set(part);
    f.loop(height * width, () => {
      f.get(part);
      body(() => f.get(address).at("v128.load"), address);
      f.op("f32x4.add").set(part);
      f.increase(address, 4 * pitch);
    });
    f.get(total).get(part).op("f32x4.add").set(total);
  });
  f.get(total);
}

/** How many values a channel has in n images, in four lanes. */
function valuesAChannel(f: FunctionBuilder, { plan }: BatchNormalizationPlaces, n: Local): Local {
  const size = f.local("v128");
  const { height, width } = plan.input;
  f.get(n).i32(height * width);
  f.op("i32.mul", "f32.convert_i32_u", "f32x4.splat").set(size);
  return size;
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

/** A function (first, count, n) that does something to each vector of the images' positions. */
function defineRows(
  module: ModuleBuilder,
  { places, name }: { places: BatchNormalizationPlaces; name: string },
  body: (f: FunctionBuilder, at: { offset: Local; v: number; size: Local }) => void,
): number {
  const { plan } = places;
  const { height, width, pitch } = plan.input;
  return module.define(name, 3, (f) => {
    const [first, count, n] = f.parameters as [Local, Local, Local];
    const size = valuesAChannel(f, places, n);
    const [offset, positions] = [f.local("i32"), f.local("i32")];
    f.point(offset, 0, { index: first, bytes: 4 * activationSize(plan.input) });
    f.get(count)
      .i32(height * width)
      .op("i32.mul")
      .set(positions);
    f.loop(positions, () => {
      for (let v = 0; v < pitch / 4; v++) body(f, { offset, v, size });
      f.increase(offset, 4 * pitch);
    });
  });
}
