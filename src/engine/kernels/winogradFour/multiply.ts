// The products of transformed tiles with a transformed kernel: thirty-six matrix products.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import { positionsAtOnce } from "../../assembler/positionsAtOnce.js";
import { clear, grid, storeGrid } from "../../assembler/registers.js";
import type { VectorTile } from "../../assembler/vectorTiles.js";
import { FOUR_PRODUCTS } from "../../places/winogradFourShape.js";
import type { ActivationShape } from "../../plan/activationShape.js";
import { tapEmitter, UNROLLED_TAPS } from "../convolution/convolutionTaps.js";
import type { Block } from "./blocks.js";

interface Multiplication {
  from: { shape: ActivationShape };
  /** Of the transformed kernel, [tile][36][channels][the tile's filters]. */
  kernel: number;
  tile: VectorTile;
  /** [36][tiles][channels] */
  transformed: Local;
  /** [tiles][36][the tile's filters] */
  products: Local;
}

/** Sums, over the channels, the products of a block's tiles with a tile of filters. */
export function multiply(f: FunctionBuilder, block: Block, work: Multiplication): void {
  const { from, kernel, tile, transformed, products } = work;
  const { channels, pitch } = from.shape;
  const [plane, weights, targets] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const atOnce = positionsAtOnce(tile.width);
  const weightBytes = 16 * tile.width;
  const groups = f.local("i32");
  f.get(block.tiles)
    .i32(atOnce - 1)
    .op("i32.add")
    .i32(Math.log2(atOnce))
    .op("i32.shr_u");
  f.set(groups);
  f.i32(kernel + 16 * tile.first * FOUR_PRODUCTS * channels).set(weights);
  f.get(transformed).set(plane).get(products).set(targets);
  f.loop(FOUR_PRODUCTS, () => {
    multiplyPlane(f, from.shape, { plane, weights, targets, groups, width: tile.width });
    f.increase(weights, channels * weightBytes).increase(targets, weightBytes);
    f.increase(plane, 4 * block.blocks.productFloats(pitch));
  });
}

/** One of the thirty-six, some tiles at once. */
function multiplyPlane(
  f: FunctionBuilder,
  { channels, pitch }: ActivationShape,
  at: { plane: Local; weights: Local; targets: Local; groups: Local; width: number },
): void {
  const [source, weight, target] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const atOnce = positionsAtOnce(at.width);
  const offsets = Array.from({ length: atOnce }, (_, t) => 4 * t * pitch);
  const sums = grid(f, atOnce, at.width);
  const weightBytes = 16 * at.width;
  const tap = tapEmitter(f, { offsets, sums, source, weight });
  const taps = (count: number) => {
    for (let c = 0; c < count; c++) tap(4 * c, c * weightBytes);
    f.increase(source, 4 * count).increase(weight, count * weightBytes);
  };
  f.get(at.plane).set(source).get(at.targets).set(target);
  f.loop(at.groups, () => {
    clear(f, sums);
    f.get(at.weights).set(weight);
    f.loop(Math.floor(channels / UNROLLED_TAPS), () => {
      taps(UNROLLED_TAPS);
    });
    if (channels % UNROLLED_TAPS > 0) taps(channels % UNROLLED_TAPS);
    f.increase(source, 4 * (atOnce * pitch - channels));
    storeGrid(f, sums, { target, rowBytes: FOUR_PRODUCTS * weightBytes });
    f.increase(target, atOnce * FOUR_PRODUCTS * weightBytes);
  });
}
