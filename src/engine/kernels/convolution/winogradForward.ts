// Convolution 3×3 by Winograd's F(2×2,3×3), with bias, ReLU and, if it follows, max pooling 2×2. Tile by
// tile of 2×2 positions, 16 products a channel and a filter take the place of 36. A tile is a pooling
// window; without pooling, at an odd height or width the last tile lies over the one before it.
//
// A block of tiles goes together, through all the filters: its transformed input stays in a near cache.
// The scratch belongs to the first image of the slice, and so to one thread.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import { activationSize } from "../../plan/activationShape.js";
import { WINOGRAD_PRODUCTS, type WinogradShape } from "../../places/winogradShape.js";
import { filterTiles } from "./convolutionForward.js";
import { tapEmitter, UNROLLED_TAPS } from "./convolutionTaps.js";
import { positionsAtOnce } from "../../assembler/positionsAtOnce.js";
import { finish, keepLargest, windowOf } from "./convolutionOutput.js";
import { clear, grid, storeGrid } from "../../assembler/registers.js";
import type { VectorTile } from "../../assembler/vectorTiles.js";
import { transformInput, transformProducts } from "./winogradTransforms.js";

interface Block {
  shape: WinogradShape;
  /** The number of the block's first row of tiles. */
  firstRow: Local;
  /** Address of the image's input. */
  image: Local;
  /** Bytes into the output's values and into the maxima. */
  targetImage: Local;
  scratch: Local;
}

/** forward(first, count): computes the output of the images from their input. */
export function defineWinogradForward(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  { prefix, shape }: { prefix: string; shape: WinogradShape },
): number {
  const { plan, input } = places;
  const inputBytes = 4 * activationSize(plan.input);
  const outputBytes = 4 * activationSize(plan.output);
  return module.define(`${prefix}.forward`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [image, targetImage] = [f.local("i32"), f.local("i32")];
    const [scratch, firstRow] = [f.local("i32"), f.local("i32")];
    const block = { shape, firstRow, image, targetImage, scratch };
    const windowOffsets = windowOf(places).map((offset) => {
      const local = f.local("v128");
      f.i32x4(offset).set(local);
      return local;
    });
    f.point(image, input.values, { index: first, bytes: inputBytes });
    f.point(targetImage, 0, { index: first, bytes: outputBytes });
    f.point(scratch, places.scratch, { index: first, bytes: 4 * shape.scratchFloats });
    f.loop(count, () => {
      f.i32(0).set(firstRow);
      f.loop(shape.rows / shape.blockRows, () => {
        blockInput(f, places, block);
        for (const tile of filterTiles(places)) {
          blockProducts(f, places, { ...block, tile });
          blockOutput(f, places, { ...block, tile, windowOffsets });
        }
        f.increase(firstRow, shape.blockRows);
      });
      f.increase(image, inputBytes).increase(targetImage, outputBytes);
    });
  });
}

/** Transforms the input of each tile of a block. */
function blockInput(f: FunctionBuilder, { plan }: ConvolutionPlaces, block: Block): void {
  const { width, height, pitch } = plan.input;
  const [source, target] = [f.local("i32"), f.local("i32")];
  const [columnBytes, rowBytes] = [4 * pitch, 4 * pitch * width];
  f.get(block.scratch).set(target);
  eachTile(f, block, (row, column) => {
    f.get(block.image).set(source);
    move(f, source, { index: row, spread: 2, last: height - 4, bytes: rowBytes });
    move(f, source, { index: column, spread: 2, last: width - 4, bytes: columnBytes });
    f.loop(pitch / 4, () => {
      const productBytes = (4 * block.shape.inputFloats) / WINOGRAD_PRODUCTS;
      transformInput(f, { source, rowBytes, columnBytes }, { target, productBytes });
      f.increase(source, 16).increase(target, 16);
    });
  });
}

/** Sums, over the channels, the products of a block's tiles with a tile of filters. */
function blockProducts(
  f: FunctionBuilder,
  { plan: { input }, forwardKernel }: ConvolutionPlaces,
  { shape, scratch, tile }: Block & { tile: VectorTile },
): void {
  const [source, target, weight] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const [weights, targets] = [f.local("i32"), f.local("i32")];
  const tiles = positionsAtOnce(tile.width);
  const offsets = Array.from({ length: tiles }, (_, t) => 4 * t * input.pitch);
  const sums = grid(f, tiles, tile.width);
  const weightBytes = 16 * tile.width;
  const tap = tapEmitter(f, { offsets, sums, source, weight });
  const taps = (count: number) => {
    for (let c = 0; c < count; c++) tap(4 * c, c * weightBytes);
    f.increase(source, 4 * count).increase(weight, count * weightBytes);
  };
  f.i32(forwardKernel + 16 * tile.first * WINOGRAD_PRODUCTS * input.channels).set(weights);
  f.get(scratch).set(source);
  f.get(scratch)
    .i32(4 * shape.inputFloats)
    .op("i32.add")
    .set(targets);
  f.loop(WINOGRAD_PRODUCTS, () => {
    f.get(targets).set(target);
    f.loop(shape.blockTiles / tiles, () => {
      clear(f, sums);
      f.get(weights).set(weight);
      f.loop(Math.floor(input.channels / UNROLLED_TAPS), () => {
        taps(UNROLLED_TAPS);
      });
      if (input.channels % UNROLLED_TAPS > 0) taps(input.channels % UNROLLED_TAPS);
      f.increase(source, 4 * (tiles * input.pitch - input.channels));
      storeGrid(f, sums, { target, rowBytes: WINOGRAD_PRODUCTS * weightBytes });
      f.increase(target, tiles * WINOGRAD_PRODUCTS * weightBytes);
    });
    f.increase(weights, input.channels * weightBytes).increase(targets, weightBytes);
  });
}

/** Makes the output of a block's tiles, for a tile of filters, from their products. */
function blockOutput(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  block: Block & { tile: VectorTile; windowOffsets: readonly Local[] },
): void {
  const { plan, output } = places;
  const { tile, windowOffsets, shape } = block;
  const { height, width, pitch } = plan.output;
  const spread = plan.pooled ? 1 : 2;
  const [source, target] = [f.local("i32"), f.local("i32")];
  f.get(block.scratch)
    .i32(4 * shape.inputFloats)
    .op("i32.add")
    .set(source);
  eachTile(f, block, (row, column) => {
    f.get(block.targetImage).set(target);
    move(f, target, { index: row, spread, last: height - spread, bytes: 4 * pitch * width });
    move(f, target, { index: column, spread, last: width - spread, bytes: 4 * pitch });
    for (let v = 0; v < tile.width; v++) {
      const vector = tile.first + v;
      const at = { source, offset: 16 * v, bytes: 16 * tile.width };
      const candidates = transformProducts(f, at);
      if (plan.pooled) {
        keepLargest(f, places, { target, candidates, windowOffsets, vector });
        continue;
      }
      candidates.forEach((sum, position) => {
        f.get(target).get(sum);
        finish(f, places, vector);
        const away = (position >> 1) * width + (position & 1);
        f.at("v128.store", output.values + 4 * pitch * away + 16 * vector);
      });
    }
    f.increase(source, WINOGRAD_PRODUCTS * 16 * tile.width);
  });
}

function eachTile(
  f: FunctionBuilder,
  { shape, firstRow }: Block,
  body: (row: Local, column: Local) => void,
): void {
  const row = f.local("i32");
  f.get(firstRow).set(row);
  f.loop(shape.blockRows, () => {
    f.loop(shape.columns, (column) => {
      body(row, column);
    });
    f.increase(row, 1);
  });
}

/** Moves an address to a tile: `spread` positions a tile, but none beyond the last. */
function move(
  f: FunctionBuilder,
  address: Local,
  tile: { index: Local; spread: number; last: number; bytes: number },
): void {
  const { index, spread, last, bytes } = tile;
  const wanted = f.local("i32");
  f.get(index).i32(spread).op("i32.mul").set(wanted);
  f.get(wanted).i32(last).get(wanted).i32(last).op("i32.lt_u", "select");
  f.i32(bytes).op("i32.mul").get(address).op("i32.add").set(address);
}
