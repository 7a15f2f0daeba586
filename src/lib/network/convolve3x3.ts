// A 3×3 convolution of one image with one filter, without padding, as the network's layers compute
// each of theirs. Written to be read: figures use it, training does not.
import { ReaderError } from "../errors/readerError.js";
import { formatInteger } from "../text/format.js";

/**
 * The feature map, [width−2, width−2], row by row. Throws a ReaderError for sizes that do not fit.
 * @param image a square image, row by row
 * @param filter nine weights, row by row
 */
export function convolve3x3(image: ArrayLike<number>, filter: ArrayLike<number>): Float32Array {
  if (filter.length !== 9) {
    throw new ReaderError(
      `Un filtro de 3 × 3 lleva 9 pesos en una sola lista, fila a fila, y este tiene ${filter.length}.`,
    );
  }
  const width = Math.sqrt(image.length);
  if (!Number.isInteger(width) || width < 3) {
    throw new ReaderError(
      `La imagen ha de ser cuadrada, de 3 × 3 píxeles por lo menos, y tiene ${formatInteger(image.length)}.`,
    );
  }
  const side = width - 2;
  const map = new Float32Array(side * side);
  for (let i = 0; i < map.length; i++) {
    const [row, column] = [Math.floor(i / side), i % side];
    let sum = 0;
    for (let k = 0; k < 9; k++) {
      sum += image[(row + Math.floor(k / 3)) * width + column + (k % 3)]! * filter[k]!;
    }
    map[i] = sum;
  }
  return map;
}

/** The nine values of a square image under a 3×3 window whose top left corner is at the position. */
export function window3x3(
  image: ArrayLike<number>,
  { row, column }: { row: number; column: number },
): number[] {
  const width = Math.sqrt(image.length);
  return Array.from(
    { length: 9 },
    (_, k) => image[(row + Math.floor(k / 3)) * width + column + (k % 3)]!,
  );
}
