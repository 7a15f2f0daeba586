// An image drawn anew on its own grid after an affine map of the plane about its centre.
import { IMAGE_SIDE, PIXELS } from "../dataset.js";

/** Where in the source a place of the result comes from, both counted from the centre, in pixels. */
export interface Origin {
  /** Of the source's column: how much it grows with the result's column, and with its row. */
  column: readonly [withColumn: number, withRow: number];
  /** Of the source's row likewise. */
  row: readonly [withColumn: number, withRow: number];
  /** Added to both. */
  right: number;
  down: number;
}

const CENTRE = (IMAGE_SIDE - 1) / 2;

/**
 * The result, [784], 0–255: at each place the source between its four neighbours, weighed by how near they are
 * (bilinear), rounded to a whole number. Outside of the source it is black.
 * @param pixels [784]
 */
export function mapImage(pixels: Uint8Array, { column, row, right, down }: Origin): Uint8Array {
  const result = new Uint8Array(PIXELS);
  for (let i = 0; i < PIXELS; i++) {
    const x = (i % IMAGE_SIDE) - CENTRE;
    const y = Math.floor(i / IMAGE_SIDE) - CENTRE;
    const sourceColumn = column[0] * x + column[1] * y + right + CENTRE;
    const sourceRow = row[0] * x + row[1] * y + down + CENTRE;
    result[i] = Math.round(between(pixels, sourceRow, sourceColumn));
  }
  return result;
}

function between(pixels: Uint8Array, row: number, column: number): number {
  const [top, left] = [Math.floor(row), Math.floor(column)];
  const [below, after] = [row - top, column - left];
  const upper = (1 - after) * at(pixels, top, left) + after * at(pixels, top, left + 1);
  const lower = (1 - after) * at(pixels, top + 1, left) + after * at(pixels, top + 1, left + 1);
  return (1 - below) * upper + below * lower;
}

function at(pixels: Uint8Array, row: number, column: number): number {
  const isInside = row >= 0 && row < IMAGE_SIDE && column >= 0 && column < IMAGE_SIDE;
  return isInside ? pixels[row * IMAGE_SIDE + column]! : 0;
}
