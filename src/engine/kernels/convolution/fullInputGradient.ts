// The gradient of the input of a convolution whose output's gradient lives everywhere: fullKernelGradient.ts
// gives the others. Vectors run over (fx, c); the sums over the filters stay in registers.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import { clear, grid } from "../../assembler/registers.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import { activationSize, rowFloats } from "../../plan/activationShape.js";
import { clearImages } from "../clearImages.js";
import { tapEmitter, UNROLLED_TAPS } from "./convolutionTaps.js";
import { filterBytes, rowTiles } from "./filterRows.js";

/** Vectors of a filter at once: with two positions ten sums. */
const WIDEST_TILE = 5;

/** inputGradient(first, count): the gradients of the images' input from all those of the output. */
export function defineFullInputGradient(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, input, output } = places;
  return module.define(`${prefix}.inputGradient`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    clearImages(f, input, { first, count });
    const [image, gradientImage] = [f.local("i32"), f.local("i32")];
    const [row, target, gradient] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const at = { target, gradient };
    f.point(image, input.gradients, { index: first, bytes: 4 * activationSize(plan.input) });
    f.point(gradientImage, output.gradients, {
      index: first,
      bytes: 4 * activationSize(plan.output),
    });
    f.loop(count, () => {
      f.get(image).set(row).get(gradientImage).set(gradient);
      f.loop(plan.output.height, () => {
        f.get(row).set(target);
        f.loop(plan.output.width >> 1, () => {
          spreadPositions(f, places, { ...at, positions: 2 });
        });
        if (plan.output.width % 2 > 0) spreadPositions(f, places, { ...at, positions: 1 });
        f.increase(row, 4 * plan.stride * rowFloats(plan.input));
      });
      f.increase(image, 4 * activationSize(plan.input));
      f.increase(gradientImage, 4 * activationSize(plan.output));
    });
  });
}

/** Adds what some neighbouring positions' gradients give, summed over the filters, to the input's. */
function spreadPositions(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  at: { target: Local; gradient: Local; positions: number },
): void {
  const { plan, kernel } = places;
  const { channels, pitch } = plan.output;
  const columnBytes = 4 * plan.stride * plan.input.pitch;
  const [source, weight] = [f.local("i32"), f.local("i32")];
  const offsets = Array.from({ length: at.positions }, (_, p) => 4 * p * pitch);
  for (const tile of rowTiles(places, WIDEST_TILE)) {
    const sums = grid(f, at.positions, tile.length);
    clear(f, sums);
    const start = tile[0]!.kernel;
    f.get(at.gradient)
      .set(source)
      .i32(kernel.values + start)
      .set(weight);
    const tap = tapEmitter(f, { offsets, sums, source, weight });
    const taps = (count: number) => {
      for (let k = 0; k < count; k++) tap(4 * k, k * filterBytes(places));
      f.increase(source, 4 * count).increase(weight, count * filterBytes(places));
    };
    f.loop(Math.floor(channels / UNROLLED_TAPS), () => {
      taps(UNROLLED_TAPS);
    });
    if (channels % UNROLLED_TAPS > 0) taps(channels % UNROLLED_TAPS);
    sums.forEach((vectors, p) => {
      vectors.forEach((sum, v) => {
        const place = p * columnBytes + tile[v]!.input;
        f.get(at.target).get(at.target).at("v128.load", place).get(sum).op("f32x4.add");
        f.at("v128.store", place);
      });
    });
  }
  f.increase(at.target, at.positions * columnBytes);
  f.increase(at.gradient, 4 * at.positions * pitch);
}
