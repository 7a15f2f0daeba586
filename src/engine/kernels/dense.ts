// A dense layer: forward with bias and ReLU, and the way back. Vectors run over the units; images are
// taken four at a time, so that each weight that is read serves four times. An image's sums do not
// depend on which images go with it.
import type { FunctionBuilder, Local, ModuleBuilder } from "../assembler.js";
import type { DensePlaces } from "../layerPlaces.js";
import { activationSize } from "../networkPlan.js";

/** Images at once. */
const IMAGES = 4;
/** Vectors of units at once in the forward pass: with four images, eight sums. */
const FORWARD_TILE = 2;
/** Vectors of units at once for the kernel's gradient: with two inputs, eight sums. */
const GRADIENT_TILE = 4;

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
    f.point(target, output.values, { index: first, bytes: 4 * output.shape.stride });
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
  const vectors = output.shape.stride / 4;
  const rowBytes = 4 * output.shape.stride;
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
        if (plan.relu) f.f32x4(0).op("f32x4.max");
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
  const { plan, input, output, kernel } = places;
  const rowBytes = 4 * output.shape.stride;
  return module.define(`${prefix}.inputGradient`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [gradient, target, weight] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const sums = row(f, 2);
    f.point(gradient, output.gradients, { index: first, bytes: rowBytes });
    f.point(target, input.gradients, { index: first, bytes: imageBytes(places) });
    f.loop(count, () => {
      f.i32(kernel.values).set(weight);
      f.loop(plan.input.channels, () => {
        for (const sum of sums) f.f32x4(0).set(sum);
        for (let v = 0; v < output.shape.stride / 4; v++) {
          const sum = sums[v % 2]!;
          f.get(sum)
            .get(weight)
            .at("v128.load", 16 * v)
            .get(gradient)
            .at("v128.load", 16 * v);
          f.op("f32x4.mul", "f32x4.add").set(sum);
        }
        f.get(target);
        sumLanes(f, sums as [Local, Local]);
        f.at("f32.store");
        f.increase(target, 4).increase(weight, rowBytes);
      });
      f.increase(gradient, rowBytes);
      f.increase(target, imageBytes(places) - 4 * plan.input.channels);
    });
  });
}

/** Pushes the sum of the eight lanes of two vectors. */
function sumLanes(f: FunctionBuilder, [total, other]: [Local, Local]): void {
  f.get(total).get(other).op("f32x4.add").set(total);
  f.get(total).lane("f32x4.extract_lane", 0).get(total).lane("f32x4.extract_lane", 1);
  f.op("f32.add");
  f.get(total).lane("f32x4.extract_lane", 2).get(total).lane("f32x4.extract_lane", 3);
  f.op("f32.add", "f32.add");
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
  const vectors = output.shape.stride / 4;
  const rowBytes = 4 * output.shape.stride;
  const together = inputsAtOnce(places);
  return module.define(`${prefix}.kernelGradient`, 3, (f) => {
    const [first, count, n] = f.parameters as [Local, Local, Local];
    const [gradient, source] = [f.local("i32"), f.local("i32")];
    const [column, target, spread] = [f.local("i32"), f.local("i32"), f.local("v128")];
    for (let tile = 0; tile < vectors; tile += GRADIENT_TILE) {
      const width = Math.min(GRADIENT_TILE, vectors - tile);
      const sums = grid(f, together, width);
      const gradients = row(f, width);
      f.point(column, input.values, { index: first, bytes: 4 * together });
      f.point(target, kernel.gradients + 16 * tile, { index: first, bytes: together * rowBytes });
      f.loop(count, () => {
        for (const sum of sums.flat()) f.f32x4(0).set(sum);
        f.get(column)
          .set(source)
          .i32(output.gradients + 16 * tile)
          .set(gradient);
        f.loop(n, () => {
          loadRow(f, gradient, gradients);
          sums.forEach((inputSums, i) => {
            f.get(source)
              .at("v128.load32_splat", 4 * i)
              .set(spread);
            accumulate(f, inputSums, { spread, weights: gradients });
          });
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
        f.increase(gradient, 4 * output.shape.stride);
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
