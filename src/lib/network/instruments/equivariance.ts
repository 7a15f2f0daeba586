// What a filter makes of an image, of the same image moved, and of it turned, beside its map of the first one moved and
// turned likewise: alike where the convolution is equivariant. Both changes are exact, no pixel falls between others.
import { convolve3x3 } from "../convolve3x3.js";
import { ReaderError } from "../../errors/readerError.js";
import { formatExact } from "../../text/format.js";

export interface EquivarianceTrial {
  /** A square image, row by row. */
  image: ArrayLike<number>;
  /** What the filter makes of it. */
  map: ArrayLike<number>;
  /** What it makes of the unchanged image, changed as the image was. */
  expected: ArrayLike<number>;
  /** How far apart they are, 0–1: the absolute differences beside the absolute values. */
  difference: number;
}

/**
 * The unchanged image, the one moved to the right, and the one turned by 90 degrees clockwise. Throws a ReaderError
 * for a filter of other than nine weights, or a move that is no whole number of pixels within the image.
 */
export function equivariance(
  image: ArrayLike<number>,
  filter: ArrayLike<number>,
  { right }: { right: number },
): { still: EquivarianceTrial; moved: EquivarianceTrial; turned: EquivarianceTrial } {
  const most = Math.sqrt(image.length) - 3;
  if (!Number.isInteger(right) || right < 0 || right > most) {
    throw new ReaderError(
      `La imagen se mueve un número entero de píxeles, de 0 a ${most}, y este es ${formatExact(right)}.`,
    );
  }
  const map = convolve3x3(image, filter);
  const trial = (changed: ArrayLike<number>, expected: ArrayLike<number>, from = 0) => {
    const found = convolve3x3(changed, filter);
    return { image: changed, map: found, expected, difference: apart(found, expected, from) };
  };
  return {
    still: trial(image, map),
    // At the edge that the image leaves, its map saw what the black does not show.
    moved: trial(moveRight(image, right), moveRight(map, right), right),
    turned: trial(quarterTurn(image), quarterTurn(map)),
  };
}

/** A square grid moved to the right by whole places; zeros come in. */
export function moveRight(grid: ArrayLike<number>, right: number): Float32Array {
  const side = Math.sqrt(grid.length);
  return Float32Array.from(grid, (_, i) => (i % side >= right ? grid[i - right]! : 0));
}

/** A square grid turned by 90 degrees clockwise. */
export function quarterTurn(grid: ArrayLike<number>): Float32Array {
  const side = Math.sqrt(grid.length);
  return Float32Array.from(grid, (_, i) => {
    const [row, column] = [Math.floor(i / side), i % side];
    return grid[(side - 1 - column) * side + row]!;
  });
}

/** From a column on. NaN where all is 0. */
function apart(a: ArrayLike<number>, b: ArrayLike<number>, from: number): number {
  const side = Math.sqrt(a.length);
  let differences = 0;
  let values = 0;
  for (let i = 0; i < a.length; i++) {
    if (i % side < from) continue;
    differences += Math.abs(a[i]! - b[i]!);
    values += Math.abs(a[i]!) + Math.abs(b[i]!);
  }
  return differences / values;
}
