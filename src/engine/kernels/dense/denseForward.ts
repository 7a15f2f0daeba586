// A dense layer's way forward, with bias and ReLU. Vectors run over the units; images are taken four at a
// time, so that each weight that is read serves four times. An image's sums do not depend on which images
// go with it.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { DensePlaces } from "../../places/layerPlaces.js";
import { activationSize } from "../../plan/activationShape.js";
import { addProduct, grid, loadRow, row } from "../../assembler/registers.js";

/** Images at once. */
const IMAGES = 4;
/** Vectors of units at once: with four images, eight sums. */
const FORWARD_TILE = 2;

/** forward(first, count). */
export function defineDenseForward(
  module: ModuleBuilder,
  places: DensePlaces,
  prefix: string,
): number {
  const { plan, input, output } = places;
  const imageBytes = 4 * activationSize(plan.input);
  return module.define(`${prefix}.forward`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [image, target, times] = [f.local("i32"), f.local("i32"), f.local("i32")];
    f.point(image, input.values, { index: first, bytes: imageBytes });
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
  const { plan, output, kernel } = places;
  const { images, image, target } = at;
  const imageBytes = 4 * activationSize(plan.input);
  const vectors = output.shape.pitch / 4;
  const rowBytes = 4 * output.shape.pitch;
  const [source, weight, spread] = [f.local("i32"), f.local("i32"), f.local("v128")];
  for (let tile = 0; tile < vectors; tile += FORWARD_TILE) {
    const width = Math.min(FORWARD_TILE, vectors - tile);
    const sums = grid(f, images, width);
    const weights = row(f, width);
    f.i32(kernel.values + 16 * tile).set(weight);
    for (const imageSums of sums) loadBias(f, places, imageSums, tile);
    f.get(image).set(source);
    f.loop(plan.input.channels, () => {
      loadRow(f, weight, weights);
      sums.forEach((imageSums, p) => {
        f.get(source)
          .at("v128.load32_splat", p * imageBytes)
          .set(spread);
        imageSums.forEach((sum, v) => {
          addProduct(f, sum, [spread, weights[v]!]);
        });
      });
      f.increase(source, 4).increase(weight, rowBytes);
    });
    storeOutputs(f, places, { sums, target, tile });
  }
  f.increase(image, images * imageBytes).increase(target, images * rowBytes);
}

/** Sets the sums to the biases of a tile's units, or to zero where there are none. */
function loadBias(
  f: FunctionBuilder,
  { bias }: DensePlaces,
  sums: readonly Local[],
  tile: number,
): void {
  sums.forEach((sum, v) => {
    if (bias) f.i32(bias.values).at("v128.load", 16 * (tile + v));
    else f.f32x4(0);
    f.set(sum);
  });
}

/** Stores sums[image][vector], those of a tile's units, and lets ReLU pass. */
function storeOutputs(
  f: FunctionBuilder,
  { plan, output }: DensePlaces,
  { sums, target, tile }: { sums: readonly Local[][]; target: Local; tile: number },
): void {
  sums.forEach((imageSums, p) => {
    imageSums.forEach((sum, v) => {
      f.get(target).get(sum);
      if (plan.relu) f.f32x4(0).op("f32x4.pmax");
      f.at("v128.store", 4 * p * output.shape.pitch + 16 * (tile + v));
    });
  });
}
