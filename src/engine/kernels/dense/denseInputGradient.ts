// The way back through a dense layer, to its input. Vectors run over the units; two images and four inputs
// are taken at a time.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { DensePlaces } from "../../places/layerPlaces.js";
import { activationSize } from "../../plan/activationShape.js";
import { addProduct, clear, grid, row } from "../../assembler/registers.js";

/** Inputs at once: with two images, eight sums. */
const INPUTS = 4;

/** inputGradient(first, count): the products of each input's weights and the units' gradients. */
export function defineDenseInputGradient(
  module: ModuleBuilder,
  places: DensePlaces,
  prefix: string,
): number {
  const { plan, input, output } = places;
  const imageBytes = 4 * activationSize(plan.input);
  const rest = plan.input.channels % INPUTS;
  return module.define(`${prefix}.inputGradient`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const at = { gradient: f.local("i32"), target: f.local("i32"), weight: f.local("i32") };
    const [imageTarget, times] = [f.local("i32"), f.local("i32")];
    f.point(at.gradient, output.gradients, { index: first, bytes: 4 * output.shape.pitch });
    f.point(imageTarget, input.gradients, { index: first, bytes: imageBytes });
    const someImages = (images: number) => {
      f.get(imageTarget).set(at.target).i32(places.kernel.values).set(at.weight);
      f.loop((plan.input.channels - rest) / INPUTS, () => {
        inputProducts(f, places, { ...at, images, inputs: INPUTS });
      });
      if (rest > 0) inputProducts(f, places, { ...at, images, inputs: rest });
      f.increase(at.gradient, images * 4 * output.shape.pitch);
      f.increase(imageTarget, images * imageBytes);
    };
    f.get(count).i32(1).op("i32.shr_u").set(times);
    f.loop(times, () => {
      someImages(2);
    });
    f.get(count).i32(1).op("i32.and");
    f.when(() => {
      someImages(1);
    });
  });
}

/** The gradients of some neighbouring inputs of some images; moves on to the next inputs. */
function inputProducts(
  f: FunctionBuilder,
  places: DensePlaces,
  at: { images: number; inputs: number; gradient: Local; target: Local; weight: Local },
): void {
  const { images, inputs, gradient, target, weight } = at;
  const rowBytes = 4 * places.output.shape.pitch;
  const [gradients, weights, end] = [row(f, images), f.local("v128"), f.local("i32")];
  const sums = grid(f, images, inputs);
  const unit = f.local("i32"); // bytes along the units
  clear(f, sums);
  f.i32(rowBytes).set(end).i32(0).set(unit);
  f.while(
    () => f.get(unit).get(end).op("i32.lt_u"),
    () => {
      gradients.forEach((local, p) => {
        f.get(gradient).get(unit).op("i32.add");
        f.at("v128.load", p * rowBytes).set(local);
      });
      for (let i = 0; i < inputs; i++) {
        f.get(weight).get(unit).op("i32.add");
        f.at("v128.load", i * rowBytes).set(weights);
        sums.forEach((imageSums, p) => {
          addProduct(f, imageSums[i]!, [gradients[p]!, weights]);
        });
      }
      f.increase(unit, 16);
    },
  );
  storeInputGradients(f, places, { sums, target });
  f.increase(target, 4 * inputs).increase(weight, inputs * rowBytes);
}

/** Stores the gradients of some neighbouring inputs: what the lanes of sums[image][input] add up to. */
function storeInputGradients(
  f: FunctionBuilder,
  { plan }: DensePlaces,
  { sums, target }: { sums: readonly Local[][]; target: Local },
): void {
  const imageBytes = 4 * activationSize(plan.input);
  sums.forEach((imageSums, p) => {
    if (imageSums.length === INPUTS) {
      f.get(target);
      sumsOfFour(f, imageSums as [Local, Local, Local, Local]);
      f.at("v128.store", p * imageBytes);
      return;
    }
    imageSums.forEach((sum, i) => {
      f.get(target);
      sumsOfFour(f, [sum, sum, sum, sum]);
      f.lane("f32x4.extract_lane", 0).at("f32.store", p * imageBytes + 4 * i);
    });
  });
}

/** Pushes a vector of the sums of the lanes of four vectors, each (l₀ + l₂) + (l₁ + l₃). */
function sumsOfFour(f: FunctionBuilder, [a, b, c, d]: [Local, Local, Local, Local]): void {
  const halves = [
    [a, b],
    [c, d],
  ].map(([left, right]) => {
    const local = f.local("v128");
    f.get(left!).get(right!).shuffle([0, 4, 1, 5]);
    f.get(left!).get(right!).shuffle([2, 6, 3, 7]);
    f.op("f32x4.add").set(local); // l₀ + l₂ of both, then l₁ + l₃ of both
    return local;
  }) as [Local, Local];
  f.get(halves[0]).get(halves[1]).shuffle([0, 1, 4, 5]);
  f.get(halves[0]).get(halves[1]).shuffle([2, 3, 6, 7]).op("f32x4.add");
}
