// The products of transformed inputs and gradients, summed over tiles: thirty-six matrix products.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import { addProduct, grid, row as newRow } from "../../assembler/registers.js";
import type { VectorTile } from "../../assembler/vectorTiles.js";
import { channelTiles, FOUR_PRODUCTS } from "../../places/winogradFourShape.js";
import type { ActivationShape } from "../../plan/activationShape.js";
import type { Block } from "./blocks.js";

interface Work {
  /** [36][tiles][channels]: of the input, and of the gradients. */
  inputs: Local;
  gradients: Local;
  /** [36][K][C] */
  sums: Local;
  channelPitch: number;
  filters: ActivationShape;
}

/** Adds a block's tiles to the sums. */
export function addTiles(f: FunctionBuilder, block: Block, work: Work): void {
  const { channelPitch } = work;
  const { channels: K, pitch: filterPitch } = work.filters;
  const [inputs, gradients, sums] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const filter = f.local("i32");
  f.get(work.inputs).set(inputs).get(work.gradients).set(gradients).get(work.sums).set(sums);
  const rows = (filters: number) => {
    for (const tile of channelTiles(channelPitch)) {
      const at = { inputs, gradients: filter, sums, channelPitch, filterPitch };
      addRows(f, block, { ...at, tile, filters });
    }
    f.increase(sums, 4 * filters * channelPitch).increase(filter, 4 * filters);
  };
  f.loop(FOUR_PRODUCTS, () => {
    f.get(gradients).set(filter);
    f.loop(Math.floor(K / 2), () => {
      rows(2);
    });
    if (K % 2 > 0) rows(1);
    f.increase(inputs, 4 * block.blocks.productFloats(channelPitch));
    f.increase(gradients, 4 * block.blocks.productFloats(filterPitch));
  });
}

interface Rows {
  inputs: Local;
  gradients: Local;
  sums: Local;
  channelPitch: number;
  filterPitch: number;
  tile: VectorTile;
  /** How many at once. */
  filters: number;
}

/** Adds, to some filters' sums for a tile of channels, the products of all the block's tiles. */
function addRows(f: FunctionBuilder, block: Block, at: Rows): void {
  const { tile, sums, channelPitch } = at;
  const held = grid(f, at.filters, tile.width);
  const place = (k: number, v: number) => 4 * k * channelPitch + 16 * (tile.first + v);
  held.forEach((vectors, k) => {
    vectors.forEach((vector, v) => f.get(sums).at("v128.load", place(k, v)).set(vector));
  });
  const [input, gradient, pairs] = [f.local("i32"), f.local("i32"), f.local("i32")];
  f.get(at.inputs).set(input).get(at.gradients).set(gradient);
  const addTile = tileEmitter(f, held, { ...at, input, gradient });
  f.get(block.tiles).i32(1).op("i32.shr_u").set(pairs);
  f.loop(pairs, () => {
    addTile(0);
    addTile(1);
    f.increase(input, 8 * channelPitch).increase(gradient, 8 * at.filterPitch);
  });
  f.get(block.tiles).i32(1).op("i32.and");
  f.when(() => {
    addTile(0);
  });
  held.forEach((vectors, k) => {
    vectors.forEach((sum, v) => f.get(sums).get(sum).at("v128.store", place(k, v)));
  });
}

/** A function that emits one tile's products, so many tiles from where the pointers stand. */
function tileEmitter(
  f: FunctionBuilder,
  held: readonly Local[][],
  { tile, channelPitch, filterPitch, ...at }: Rows & { input: Local; gradient: Local },
): (away: number) => void {
  const [vector, spreads] = [f.local("v128"), newRow(f, held.length)];
  return (away) => {
    spreads.forEach((spread, k) => {
      f.get(at.gradient).at("v128.load32_splat", 4 * (away * filterPitch + k));
      f.set(spread);
    });
    for (let v = 0; v < tile.width; v++) {
      f.get(at.input).at("v128.load", 4 * away * channelPitch + 16 * (tile.first + v));
      f.set(vector);
      spreads.forEach((spread, k) => {
        addProduct(f, held[k]![v]!, [spread, vector]);
      });
    }
  };
}
