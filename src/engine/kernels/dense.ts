// A dense layer: forward with bias and ReLU, and the way back. Vectors run over the units; images are
// taken four at a time, so that each weight that is read serves four times. An image's sums do not
// depend on which images go with it.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import type { DensePlaces } from "../layerPlaces.js";
import { activationSize } from "../networkPlan.js";
import { vectorTiles } from "./vectorTiles.js";

/** Images at once. */
const IMAGES = 4;
/** Vectors of units at once in the forward pass: with four images, eight sums. */
const FORWARD_TILE = 2;
/** Vectors of units at once, at most, for the kernel's gradient: with two inputs, ten sums. */
const GRADIENT_TILE = 5;
/** Inputs at once for the input's gradient: with two images, eight sums. */
const INPUTS = 4;

/** forward(first, count). */
export function defineDenseForward(
  module: ModuleBuilder,
  places: DensePlaces,
  prefix: string,
): number {
  const { input, output } = places;
  return module.define(`${prefix}.forward`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [image, target, times] = [f.local("i32"), f.local("i32"), f.local("i32")];
    f.point(image, input.values, { index: first, bytes: imageBytes(places) });
    f.point(target, output.values, { index: first, bytes: 4 * output.shape.pitch });
    f.get(count).i32(Math.log2(IMAGES)).op("i32.shr_u").set(times);
    f.loop(times, () => {
      denseImages(f, places, { images: IMAGES, image, target });
    });
    f.get(count)
      .i32(IMAGES - 1)
      .op("i32.and")
      .set(times);
    f.loop(times, () => {
      denseImages(f, places, { images: 1, image, target });
    });
  });
}

/** The outputs of some neighbouring images; moves the two pointers behind them. */
function denseImages(
  f: FunctionBuilder,
  places: DensePlaces,
  at: { images: number; image: Local; target: Local },
): void {
  const { plan, output, kernel, bias } = places;
  const { images, image, target } = at;
  const vectors = output.shape.pitch / 4;
  const rowBytes = 4 * output.shape.pitch;
  const [source, weight, spread] = [f.local("i32"), f.local("i32"), f.local("v128")];
  for (let tile = 0; tile < vectors; tile += FORWARD_TILE) {
    const width = Math.min(FORWARD_TILE, vectors - tile);
    const sums = grid(f, images, width);
    const weights = row(f, width);
    f.i32(kernel.values + 16 * tile).set(weight);
    for (const imageSums of sums) {
      imageSums.forEach((sum, v) => {
        f.i32(bias.values)
          .at("v128.load", 16 * (tile + v))
          .set(sum);
      });
    }
    f.get(image).set(source);
    f.loop(plan.input.channels, () => {
      loadRow(f, weight, weights);
      sums.forEach((imageSums, p) => {
        f.get(source)
          .at("v128.load32_splat", p * imageBytes(places))
          .set(spread);
        accumulate(f, imageSums, { spread, weights });
      });
      f.increase(source, 4).increase(weight, rowBytes);
    });
    sums.forEach((imageSums, p) => {
      imageSums.forEach((sum, v) => {
        f.get(target).get(sum);
        if (plan.relu) f.f32x4(0).op("f32x4.pmax");
        f.at("v128.store", p * rowBytes + 16 * (tile + v));
      });
    });
  }
  f.increase(image, images * imageBytes(places)).increase(target, images * rowBytes);
}

/** inputGradient(first, count): the products of each input's weights and the units' gradients. */
export function defineDenseInputGradient(
  module: ModuleBuilder,
  places: DensePlaces,
  prefix: string,
): number {
  const { plan, input, output } = places;
  const rest = plan.input.channels % INPUTS;
  return module.define(`${prefix}.inputGradient`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const at = { gradient: f.local("i32"), target: f.local("i32"), weight: f.local("i32") };
    const [imageTarget, times] = [f.local("i32"), f.local("i32")];
    f.point(at.gradient, output.gradients, { index: first, bytes: 4 * output.shape.pitch });
    f.point(imageTarget, input.gradients, { index: first, bytes: imageBytes(places) });
    const someImages = (images: number) => {
      f.get(imageTarget).set(at.target).i32(places.kernel.values).set(at.weight);
      f.loop((plan.input.channels - rest) / INPUTS, () => {
        inputProducts(f, places, { ...at, images, inputs: INPUTS });
      });
      if (rest > 0) inputProducts(f, places, { ...at, images, inputs: rest });
      f.increase(at.gradient, images * 4 * output.shape.pitch);
      f.increase(imageTarget, images * imageBytes(places));
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
  for (const sum of sums.flat()) f.f32x4(0).set(sum);
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
          const sum = imageSums[i]!;
          f.get(sum).get(gradients[p]!).get(weights).op("f32x4.mul", "f32x4.add").set(sum);
        });
      }
      f.increase(unit, 16);
    },
  );
  sums.forEach((imageSums, p) => {
    if (inputs === INPUTS) {
      f.get(target);
      sumsOfFour(f, imageSums as [Local, Local, Local, Local]);
      f.at("v128.store", p * imageBytes(places));
      return;
    }
    imageSums.forEach((sum, i) => {
      f.get(target);
      sumsOfFour(f, [sum, sum, sum, sum]);
      f.lane("f32x4.extract_lane", 0).at("f32.store", p * imageBytes(places) + 4 * i);
    });
  });
  f.increase(target, 4 * inputs).increase(weight, inputs * rowBytes);
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

/** How many inputs the kernel's gradient takes at once; its slices are counted in them. */
export function inputsAtOnce({ plan }: DensePlaces): number {
  return plan.input.channels % 2 === 0 ? 2 : 1;
}

/** kernelGradient(first, count, n): of a slice of the inputs, summed over n images in their order. */
export function defineDenseKernelGradient(
  module: ModuleBuilder,
  places: DensePlaces,
  prefix: string,
): number {
  const { input, output, kernel } = places;
  const vectors = output.shape.pitch / 4;
  const rowBytes = 4 * output.shape.pitch;
  const together = inputsAtOnce(places);
  return module.define(`${prefix}.kernelGradient`, 3, (f) => {
    const [first, count, n] = f.parameters as [Local, Local, Local];
    const [gradient, source] = [f.local("i32"), f.local("i32")];
    const [column, target, gradients] = [f.local("i32"), f.local("i32"), f.local("v128")];
    for (const { first: tile, width } of vectorTiles(vectors, GRADIENT_TILE)) {
      const sums = grid(f, together, width);
      const spreads = row(f, together);
      f.point(column, input.values, { index: first, bytes: 4 * together });
      f.point(target, kernel.gradients + 16 * tile, { index: first, bytes: together * rowBytes });
      f.loop(count, () => {
        for (const sum of sums.flat()) f.f32x4(0).set(sum);
        f.get(column)
          .set(source)
          .i32(output.gradients + 16 * tile)
          .set(gradient);
        f.loop(n, () => {
          spreads.forEach((spread, i) => {
            f.get(source)
              .at("v128.load32_splat", 4 * i)
              .set(spread);
          });
          for (let v = 0; v < width; v++) {
            f.get(gradient)
              .at("v128.load", 16 * v)
              .set(gradients);
            sums.forEach((inputSums, i) => {
              const sum = inputSums[v]!;
              f.get(sum).get(spreads[i]!).get(gradients).op("f32x4.mul", "f32x4.add").set(sum);
            });
          }
          f.increase(source, imageBytes(places)).increase(gradient, rowBytes);
        });
        sums.forEach((inputSums, i) => {
          inputSums.forEach((sum, v) => {
            f.get(target)
              .get(sum)
              .at("v128.store", i * rowBytes + 16 * v);
          });
        });
        f.increase(column, 4 * together).increase(target, together * rowBytes);
      });
    }
  });
}

/** biasGradient(first, count, n): of a slice of the vectors of units. */
export function defineDenseBiasGradient(
  module: ModuleBuilder,
  { output, bias }: DensePlaces,
  prefix: string,
): number {
  return module.define(`${prefix}.biasGradient`, 3, (f) => {
    const [first, count, n] = f.parameters as [Local, Local, Local];
    const [column, gradient, target] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const sum = f.local("v128");
    f.point(column, output.gradients, { index: first, bytes: 16 });
    f.point(target, bias.gradients, { index: first, bytes: 16 });
    f.loop(count, () => {
      f.f32x4(0).set(sum).get(column).set(gradient);
      f.loop(n, () => {
        f.get(sum).get(gradient).at("v128.load").op("f32x4.add").set(sum);
        f.increase(gradient, 4 * output.shape.pitch);
      });
      f.get(target).get(sum).at("v128.store").increase(target, 16).increase(column, 16);
    });
  });
}

function imageBytes({ plan }: DensePlaces): number {
  return 4 * activationSize(plan.input);
}

function row(f: FunctionBuilder, width: number): Local[] {
  return Array.from({ length: width }, () => f.local("v128"));
}

function grid(f: FunctionBuilder, height: number, width: number): Local[][] {
  return Array.from({ length: height }, () => row(f, width));
}

function loadRow(f: FunctionBuilder, address: Local, vectors: readonly Local[]): void {
  vectors.forEach((vector, v) => {
    f.get(address)
      .at("v128.load", 16 * v)
      .set(vector);
  });
}

function accumulate(
  f: FunctionBuilder,
  sums: readonly Local[],
  { spread, weights }: { spread: Local; weights: readonly Local[] },
): void {
  sums.forEach((sum, v) => {
    f.get(sum).get(spread).get(weights[v]!).op("f32x4.mul", "f32x4.add").set(sum);
  });
}
