// Copies a convolution's kernel from the layout of the backward pass, [K][FH][row], to that of the
// forward pass, [tile][FH][FW][C][the tile's filters]. Done once a step, after the weights have moved.
import type { Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import { filterTiles } from "./convolutionForward.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";

/** layout(): rewrites the forward copy; its padding stays zero. */
export function defineKernelLayout(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, kernel, rowVectors, forwardKernel } = places;
  const { filterHeight, filterWidth, input, output } = plan;
  const taps = filterHeight * filterWidth * input.channels;
  return module.define(`${prefix}.layout`, 0, (f) => {
    const row: Local = f.local("i32");
    const [filter, source, target] = [f.local("i32"), f.local("i32"), f.local("i32")];
    f.i32(kernel.values).set(filter);
    for (const tile of filterTiles(places)) {
      const [k, tilePitch] = [4 * tile.first, 4 * tile.width]; // filters of the tile, with padding
      const filterTarget = f.local("i32");
      f.i32(forwardKernel + 4 * k * taps).set(filterTarget);
      f.loop(Math.min(tilePitch, output.channels - k), () => {
        f.get(filter).set(row).get(filterTarget).set(target);
        f.loop(filterHeight, () => {
          f.get(row).set(source);
          f.loop(filterWidth, () => {
            f.loop(input.channels, () => {
              f.get(target).get(source).at("f32.load").at("f32.store");
              f.increase(source, 4).increase(target, 4 * tilePitch);
            });
            f.increase(source, 4 * (input.pitch - input.channels));
          });
          f.increase(row, 16 * rowVectors);
        });
        f.increase(filter, 16 * rowVectors * filterHeight).increase(filterTarget, 4);
      });
    }
  });
}
