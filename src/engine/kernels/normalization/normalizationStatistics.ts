// What batch normalization multiplies by and adds: from the batch's mean and biased variance in training,
// which move the moving ones, and from the moving ones in evaluation.
//
// Each image has its own mean and the sum of its squared deviations from it, taken while the image is near;
// the batch's are made of those (Chan, Golub & LeVeque 1983, "Algorithms for computing the sample variance"):
// exact enough, and independent of the threads.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import { row } from "../../assembler/registers.js";
import type { BatchNormalizationPlaces } from "../../places/layerPlaces.js";
import {
  eachImage,
  eachInput,
  eachVector,
  sumOverImages,
  sumTiles,
  valuesAChannel,
} from "./normalizationLoops.js";

/** imageStatistics(first, count): each image's mean, and its sum of squared deviations. */
export function defineImageStatistics(
  module: ModuleBuilder,
  places: BatchNormalizationPlaces,
  prefix: string,
): number {
  const { plan, input, imageSums, imageProducts } = places;
  const size = plan.input.height * plan.input.width;
  return module.define(`${prefix}.imageStatistics`, 2, (f) => {
    eachImage(f, (image) => {
      const target = f.local("i32");
      f.point(target, 0, { index: image, bytes: 4 * plan.input.pitch });
      for (const { first, width } of sumTiles(places)) {
        const load = (at: Local, i: number) =>
          f.get(at).at("v128.load", input.values + 16 * (first + i));
        const sums = sumInputs(f, places, { image, width }, load);
        for (const sum of sums) f.get(sum).f32x4(size).op("f32x4.div").set(sum);
        const difference = f.local("v128");
        const squares = sumInputs(f, places, { image, width }, (at, i) => {
          load(at, i).get(sums[i]!).op("f32x4.sub").set(difference);
          f.get(difference).get(difference).op("f32x4.mul");
        });
        for (let i = 0; i < width; i++) {
          const place = 16 * (first + i);
          f.get(target)
            .get(sums[i]!)
            .at("v128.store", imageSums + place);
          f.get(target)
            .get(squares[i]!)
            .at("v128.store", imageProducts + place);
        }
      }
    });
  });
}

/** Sums, over an image's positions, of what is pushed for each of some vectors of channels. */
function sumInputs(
  f: FunctionBuilder,
  places: BatchNormalizationPlaces,
  { image, width }: { image: Local; width: number },
  push: (at: Local, i: number) => void,
): Local[] {
  const sums = row(f, width);
  for (const sum of sums) f.f32x4(0).set(sum);
  eachInput(f, places, {
    image,
    body(at) {
      sums.forEach((sum, i) => {
        f.get(sum);
        push(at, i);
        f.op("f32x4.add").set(sum);
      });
    },
  });
  return sums;
}

/** statistics(first, count, n): of a slice of the vectors of channels, and the moving ones after them. */
export function defineStatistics(
  module: ModuleBuilder,
  places: BatchNormalizationPlaces,
  prefix: string,
): number {
  const { plan, imageSums, imageProducts, mean, inverseDeviation } = places;
  const { height, width, pitch } = plan.input;
  return module.define(`${prefix}.statistics`, 3, (f) => {
    const [average, variance] = [f.local("v128"), f.local("v128")];
    const [difference, images] = [f.local("v128"), f.local("v128")];
    eachVector(f, (at, n) => {
      const of = { at, n, pitch };
      const size = valuesAChannel(f, places, n);
      f.get(n).op("f32.convert_i32_u", "f32x4.splat").set(images);
      sumOverImages(f, { ...of, base: imageSums }, (address) => f.get(address).at("v128.load"));
      f.get(images).op("f32x4.div").set(average);
      sumOverImages(f, { ...of, base: imageProducts }, (address) => f.get(address).at("v128.load"));
      sumOverImages(f, { ...of, base: imageSums }, (address) => {
        f.get(address).at("v128.load").get(average).op("f32x4.sub").set(difference);
        f.get(difference).get(difference).op("f32x4.mul");
      });
      f.f32x4(height * width).op("f32x4.mul", "f32x4.add");
      f.get(size).op("f32x4.div").set(variance);
      f.get(at).get(average).at("v128.store", mean);
      f.get(at);
      inverseRoot(f, variance, plan.epsilon).at("v128.store", inverseDeviation);
      moveBoth(f, places, { at, average, variance });
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

function moveBoth(
  f: FunctionBuilder,
  { plan: { momentum }, movingMean, movingVariance }: BatchNormalizationPlaces,
  { at, average, variance }: { at: Local; average: Local; variance: Local },
): void {
  moveTowards(f, { at, place: movingMean, value: average, momentum });
  moveTowards(f, { at, place: movingVariance, value: variance, momentum });
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
