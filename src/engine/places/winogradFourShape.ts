// In what blocks Winograd's F(4×4,3×3) goes through the maps.
import { vectorTiles } from "../assembler/vectorTiles.js";
import { TILE } from "../plan/tileFrame.js";
import type { ActivationShape } from "../plan/activationShape.js";

/** Products for the sixteen positions of a tile, a channel and a filter. */
export const FOUR_PRODUCTS = 36;
/** Vectors of filters at once: with two tiles ten sums. */
const WIDEST_TILE = 5;
/** The most that a block's transformed maps may take, to stay in a near cache. */
const BLOCK_BYTES = 131_072;
/** A tile between the two sides of a transform. */
export const BETWEEN_BYTES = 16 * FOUR_PRODUCTS;
/** Floats between the products, so that the same place of all of them does not fall in one set of a cache. */
const STAGGER = 16;
/** Parts of a batch whose kernel gradients are summed apart, in the order of the images. */
export const GRADIENT_PARTS = 4;

/** Blocks of tiles on their way from one map to another, or of two maps to a kernel's gradient. */
export interface TileBlocks {
  /** Tiles of an image. */
  rows: number;
  columns: number;
  /** Rows of tiles in a block, of one image or several. */
  blockRows: number;
  /** Floats from one product of a block's transformed map to the next. */
  productFloats: (pitch: number) => number;
}

/** To or over a map of that size, whose transforms have so many floats a tile and product. */
export function tileBlocks({ height, width }: ActivationShape, floats: number): TileBlocks {
  const [rows, columns] = [Math.ceil(height / TILE), Math.ceil(width / TILE)];
  const rowBytes = 4 * FOUR_PRODUCTS * floats * columns;
  const blockRows = Math.max(1, Math.floor(BLOCK_BYTES / rowBytes));
  const tiles = 4 * Math.ceil((blockRows * columns) / 4); // four at once, at most
  return { rows, columns, blockRows, productFloats: (pitch) => tiles * pitch + STAGGER };
}

/** The vectors of channels or filters that are computed together. */
export function channelTiles(pitch: number) {
  return vectorTiles(pitch / 4, WIDEST_TILE);
}
