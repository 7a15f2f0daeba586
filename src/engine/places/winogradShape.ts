// Which convolutions are computed by Winograd's minimal filtering F(2×2,3×3) (Lavin & Gray 2015, "Fast
// Algorithms for Convolutional Neural Networks", arXiv:1509.09308, section 4.1), and in what blocks.
import { positionsAtOnce } from "../assembler/positionsAtOnce.js";
import { vectorTiles } from "../assembler/vectorTiles.js";
import type { ConvolutionPlan } from "../plan/networkPlan.js";

/** Products for the four positions of a tile, a channel and a filter; directly there would be 36. */
export const WINOGRAD_PRODUCTS = 16;
/** With fewer channels or filters, what the transforms cost is not won back. */
const LEAST_CHANNELS = 4;
const LEAST_FILTERS = 8;
/** Vectors of filters at once: with two tiles ten sums. */
const WIDEST_TILE = 5;
/** The most that a block's transformed input and products may take, to stay in a near cache. */
const BLOCK_BYTES = 65_536;

export interface WinogradShape {
  /** Tiles of 2×2 positions. */
  rows: number;
  columns: number;
  /** Rows of tiles that go together; divides them all. */
  blockRows: number;
  /** Tiles of a block, and some that are none, so that they can be computed several at once. */
  blockTiles: number;
  /** Floats of a block's transformed input, [16][blockTiles][input pitch]. */
  inputFloats: number;
  /** Floats of that and of the products of a tile of filters, [blockTiles][16][filters]. */
  scratchFloats: number;
}

type Convolution = Pick<
  ConvolutionPlan,
  "input" | "output" | "filterHeight" | "filterWidth" | "stride"
>;

/** Whether Winograd's algorithm computes the convolution. */
export function suitsWinograd({
  filterHeight,
  filterWidth,
  stride,
  ...plan
}: Convolution): boolean {
  const { input, output } = plan;
  const isSquare = filterHeight === 3 && filterWidth === 3 && stride === 1;
  const isLarge = input.height >= 4 && input.width >= 4;
  return (
    isSquare && isLarge && input.channels >= LEAST_CHANNELS && output.channels >= LEAST_FILTERS
  );
}

/** Undefined where the direct kernel computes the convolution. */
export function winogradShape(plan: ConvolutionPlan): WinogradShape | undefined {
  if (!suitsWinograd(plan)) return undefined;
  const { input, output, pooled } = plan;
  const tilesAlong = (size: number) => (pooled ? size : Math.ceil(size / 2));
  const [rows, columns] = [tilesAlong(output.height), tilesAlong(output.width)];
  const widths = vectorTiles(output.pitch / 4, WIDEST_TILE).map(({ width }) => width);
  const filters = 4 * Math.max(...widths);
  const atOnce = Math.max(...widths.map(positionsAtOnce));
  const tileFloats = WINOGRAD_PRODUCTS * (input.pitch + filters);
  const fits = (some: number) => 4 * some * columns * tileFloats <= BLOCK_BYTES;
  let blockRows = rows;
  while (rows % blockRows !== 0 || (blockRows > 1 && !fits(blockRows))) blockRows--;
  const blockTiles = atOnce * Math.ceil((blockRows * columns) / atOnce);
  const inputFloats = WINOGRAD_PRODUCTS * blockTiles * input.pitch;
  const scratchFloats = blockTiles * tileFloats;
  return { rows, columns, blockRows, blockTiles, inputFloats, scratchFloats };
}
