// The gradients of a dense layer's kernel and bias. Vectors run over the units; the sums go over the
// images in their order.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { DensePlaces, Parameters } from "../../places/layerPlaces.js";
import { activationSize } from "../../plan/activationShape.js";
import { addProduct, clear, grid, row, storeGrid } from "../../assembler/registers.js";
import { vectorTiles } from "../../assembler/vectorTiles.js";

/** Vectors of units at once, at most: with two inputs, ten sums. */
const GRADIENT_TILE = 5;

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
  const rowBytes = 4 * output.shape.pitch;
  const together = inputsAtOnce(places);
  return module.define(`${prefix}.kernelGradient`, 3, (f) => {
    const [first, count, n] = f.parameters as [Local, Local, Local];
    const [gradient, source] = [f.local("i32"), f.local("i32")];
    const [column, target, gradients] = [f.local("i32"), f.local("i32"), f.local("v128")];
    for (const { first: tile, width } of vectorTiles(output.shape.pitch / 4, GRADIENT_TILE)) {
      const sums = grid(f, together, width);
      const spreads = row(f, together);
      f.point(column, input.values, { index: first, bytes: 4 * together });
      f.point(target, kernel.gradients + 16 * tile, { index: first, bytes: together * rowBytes });
      f.loop(count, () => {
        clear(f, sums);
        f.get(column)
          .set(source)
          .i32(output.gradients + 16 * tile)
          .set(gradient);
        f.loop(n, () => {
          addImage(f, sums, { source, spreads, gradient, gradients });
          f.increase(source, 4 * activationSize(places.plan.input)).increase(gradient, rowBytes);
        });
        storeGrid(f, sums, { target, rowBytes });
        f.increase(column, 4 * together).increase(target, together * rowBytes);
      });
    }
  });
}

/** Adds one image's products of its inputs and the units' gradients to sums[input][vector]. */
function addImage(
  f: FunctionBuilder,
  sums: readonly Local[][],
  at: { source: Local; spreads: readonly Local[]; gradient: Local; gradients: Local },
): void {
  const { source, spreads, gradient, gradients } = at;
  spreads.forEach((spread, i) => {
    f.get(source)
      .at("v128.load32_splat", 4 * i)
      .set(spread);
  });
  for (let v = 0; v < sums[0]!.length; v++) {
    f.get(gradient)
      .at("v128.load", 16 * v)
      .set(gradients);
    sums.forEach((inputSums, i) => {
      addProduct(f, inputSums[v]!, [spreads[i]!, gradients]);
    });
  }
}

/** biasGradient(first, count, n): of a slice of the vectors of units. */
export function defineDenseBiasGradient(
  module: ModuleBuilder,
  { output }: DensePlaces,
  { prefix, bias }: { prefix: string; bias: Parameters },
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
