// Transforms a convolution's 3×3 kernel for Winograd's F(2×2,3×3): GgGᵀ of each filter g and channel, from
// [K][3][row] to [tile][16][C][the tile's filters]. Done once a step, after the weights have moved.
//
//       ⎛  1   0   0  ⎞
//   G = ⎜ 1/2 1/2 1/2 ⎟
//       ⎜ 1/2 −1/2 1/2⎟
//       ⎝  0   0   1  ⎠
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import { WINOGRAD_PRODUCTS } from "../../places/winogradShape.js";
import { filterTiles } from "./convolutionForward.js";

/** layout(): rewrites the transformed copy; its padding stays zero. */
export function defineWinogradLayout(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, kernel, rowVectors, forwardKernel } = places;
  const { channels, pitch } = plan.input;
  return module.define(`${prefix}.layout`, 0, (f) => {
    const [filter, source] = [f.local("i32"), f.local("i32")];
    const [filterTarget, target] = [f.local("i32"), f.local("i32")];
    f.i32(kernel.values).set(filter);
    for (const tile of filterTiles(places)) {
      const weightBytes = 16 * tile.width;
      const productBytes = channels * weightBytes;
      f.i32(forwardKernel + 16 * tile.first * WINOGRAD_PRODUCTS * channels).set(filterTarget);
      const fourChannels = (lanes: number) => {
        const rows = [0, 1, 2].map((fy) =>
          loadSpread(f, source, { offset: 16 * fy * rowVectors, bytes: 4 * pitch }),
        );
        transformFilter(f, rows).forEach((product, i) => {
          for (let lane = 0; lane < lanes; lane++) {
            f.get(target).get(product);
            f.storeLane(lane, i * productBytes + lane * weightBytes);
          }
        });
        f.increase(source, 16).increase(target, 4 * weightBytes);
      };
      f.loop(Math.min(4 * tile.width, plan.output.channels - 4 * tile.first), () => {
        f.get(filter).set(source).get(filterTarget).set(target);
        f.loop(Math.floor(channels / 4), () => {
          fourChannels(4);
        });
        if (channels % 4 > 0) fourChannels(channels % 4);
        f.increase(filter, 3 * 16 * rowVectors).increase(filterTarget, 4);
      });
    }
  });
}

/** Three vectors from the address on, so many bytes from one to the next. */
function loadSpread(
  f: FunctionBuilder,
  address: Local,
  { offset, bytes }: { offset: number; bytes: number },
): Local[] {
  return [0, 1, 2].map((i) => {
    const local = f.local("v128");
    f.get(address)
      .at("v128.load", offset + i * bytes)
      .set(local);
    return local;
  });
}

/** The sixteen of a filter's nine, row by row. */
function transformFilter(f: FunctionBuilder, rows: readonly Local[][]): Local[] {
  const columns = [0, 1, 2].map((fx) =>
    expand(
      f,
      rows.map((row) => row[fx]!),
    ),
  );
  return [0, 1, 2, 3].flatMap((row) =>
    expand(
      f,
      columns.map((column) => column[row]!),
    ),
  );
}

/** G times three numbers. */
function expand(f: FunctionBuilder, numbers: readonly Local[]): Local[] {
  const [first, middle, last] = numbers as [Local, Local, Local];
  const [outer, sum, difference] = [f.local("v128"), f.local("v128"), f.local("v128")];
  f.get(first).get(last).op("f32x4.add").set(outer);
  f.get(outer).get(middle).op("f32x4.add").f32x4(0.5).op("f32x4.mul").set(sum);
  f.get(outer).get(middle).op("f32x4.sub").f32x4(0.5).op("f32x4.mul").set(difference);
  return [first, sum, difference, last];
}
