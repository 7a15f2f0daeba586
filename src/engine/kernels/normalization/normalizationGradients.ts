// The way back through batch normalization, and through the ReLU and the max pooling that are computed
// with it. What ReLU and pooling let through is found again from the input: nothing is kept for it.
//
// With g the gradient of a normalized value x̂ = (x − mean) r, r = 1 / √(variance + ε), over the M values of
// a channel: β' = Σg, γ' = r Σ g (x − mean), and the input's gradient is γ r (g − β'/M − (x − mean) r γ'/M).
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import { row } from "../../assembler/registers.js";
import type { VectorTile } from "../../assembler/vectorTiles.js";
import type { BatchNormalizationPlaces } from "../../places/layerPlaces.js";
import {
  eachImage,
  eachPlace,
  eachVector,
  type Position,
  sumOverImages,
  sumTiles,
  valuesAChannel,
} from "./normalizationLoops.js";
import {
  loadGradient,
  loadWindow,
  pushChosen,
  spreadGradient,
  windowOffsets,
} from "./normalizationWindow.js";

/** imageGradients(first, count): Σg and Σ g (x − mean) of each image. */
export function defineImageGradients(
  module: ModuleBuilder,
  places: BatchNormalizationPlaces,
  prefix: string,
): number {
  const { plan, imageSums, imageProducts } = places;
  return module.define(`${prefix}.imageGradients`, 2, (f) => {
    eachImage(f, (image) => {
      const target = f.local("i32");
      f.point(target, 0, { index: image, bytes: 4 * plan.output.pitch });
      for (const tile of sumTiles(places)) {
        const [sums, products] = sumGradients(f, places, { image, tile });
        for (let i = 0; i < tile.width; i++) {
          const place = 16 * (tile.first + i);
          f.get(target)
            .get(sums[i]!)
            .at("v128.store", imageSums + place);
          f.get(target)
            .get(products[i]!)
            .at("v128.store", imageProducts + place);
        }
      }
    });
  });
}

/** Σg and Σ g (x − mean) over an image's outputs, for some vectors of channels. */
function sumGradients(
  f: FunctionBuilder,
  places: BatchNormalizationPlaces,
  { image, tile }: { image: Local; tile: VectorTile },
): [sums: Local[], products: Local[]] {
  const [sums, products] = [row(f, tile.width), row(f, tile.width)];
  for (const sum of [...sums, ...products]) f.f32x4(0).set(sum);
  const body = (at: Position) => {
    for (let i = 0; i < tile.width; i++) {
      const v = tile.first + i;
      const window = loadWindow(f, places, { input: at.input, v });
      const gradient = loadGradient(f, places, { output: at.output, v, window });
      f.get(sums[i]!).get(gradient).op("f32x4.add").set(sums[i]!);
      f.get(products[i]!);
      pushChosen(f, window)
        .i32(places.mean)
        .at("v128.load", 16 * v)
        .op("f32x4.sub");
      f.get(gradient).op("f32x4.mul", "f32x4.add").set(products[i]!);
    }
  };
  eachPlace(f, places, { image, body });
  return [sums, products];
}

/** parameterGradient(first, count, n): of gamma and beta, for a slice of the vectors of channels. */
export function defineParameterGradient(
  module: ModuleBuilder,
  places: BatchNormalizationPlaces,
  prefix: string,
): number {
  const { plan, gamma, beta, inverseDeviation, imageSums, imageProducts } = places;
  const { pitch } = plan.output;
  return module.define(`${prefix}.parameterGradient`, 3, (f) => {
    eachVector(f, (at, n) => {
      const size = valuesAChannel(f, places, n);
      const of = { at, n, pitch };
      const load = (address: Local) => f.get(address).at("v128.load");
      f.get(at);
      sumOverImages(f, { ...of, base: imageSums }, load);
      f.at("v128.store", beta.gradients);
      f.get(at);
      sumOverImages(f, { ...of, base: imageProducts }, load);
      f.get(at).at("v128.load", inverseDeviation).op("f32x4.mul");
      f.at("v128.store", gamma.gradients);
      f.get(at).get(at).at("v128.load", beta.gradients).get(size).op("f32x4.div");
      f.at("v128.store", places.meanGradient);
      f.get(at).get(at).at("v128.load", gamma.gradients).get(size).op("f32x4.div");
      f.get(at).at("v128.load", inverseDeviation).op("f32x4.mul");
      f.at("v128.store", places.slope);
    });
  });
}

/** inputGradient(first, count): γ r (g − β'/M − (x − mean) r γ'/M). */
export function defineNormalizationInputGradient(
  module: ModuleBuilder,
  places: BatchNormalizationPlaces,
  prefix: string,
): number {
  const { plan } = places;
  const vectors = Array.from({ length: plan.output.pitch / 4 }, (_, v) => v);
  return module.define(`${prefix}.inputGradient`, 2, (f) => {
    const zero = f.local("v128");
    f.f32x4(0).set(zero);
    eachImage(f, (image) => {
      eachPlace(f, places, {
        image,
        body(at) {
          for (const v of vectors) {
            const window = loadWindow(f, places, { input: at.input, v });
            const gradient = loadGradient(f, places, { output: at.output, v, window });
            const spread = spreadGradient(f, window, gradient);
            windowOffsets(places).forEach((offset, p) => {
              const of = { input: at.input, v, offset };
              storeGradient(f, places, { ...of, value: window.inputs[p]!, gradient: spread[p]! });
            });
          }
        },
        rest(input) {
          for (const v of vectors) {
            const value = f.local("v128");
            f.get(input)
              .at("v128.load", places.input.values + 16 * v)
              .set(value);
            storeGradient(f, places, { input, v, offset: 0, value, gradient: zero });
          }
        },
      });
    });
  });
}

function storeGradient(
  f: FunctionBuilder,
  { input, mean, scale, meanGradient, slope }: BatchNormalizationPlaces,
  of: { input: Local; v: number; offset: number; value: Local; gradient: Local },
): void {
  const { v, offset } = of;
  const load = (address: number) => f.i32(address).at("v128.load", 16 * v);
  f.get(of.input).get(of.gradient);
  load(meanGradient).op("f32x4.sub").get(of.value);
  load(mean).op("f32x4.sub");
  load(slope).op("f32x4.mul", "f32x4.sub");
  load(scale).op("f32x4.mul");
  f.at("v128.store", input.gradients + offset + 16 * v);
}
