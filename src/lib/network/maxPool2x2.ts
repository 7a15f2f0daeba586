// Max pooling of a square feature map with a 2×2 window and stride 2; an odd last row or column is
// left out, as the network's layers do. Written to be read: figures use it, training does not.
import { ReaderError } from "../errors/readerError.js";
import { formatInteger } from "../text/format.js";

/** The largest value of each window, [⌊width/2⌋, ⌊width/2⌋], row by row. Throws a ReaderError for no square. */
export function maxPool2x2(map: ArrayLike<number>): Float32Array {
  const width = Math.sqrt(map.length);
  if (!Number.isInteger(width))
    throw new ReaderError(
      `El mapa ha de ser cuadrado, y tiene ${formatInteger(map.length)} números.`,
    );
  const side = Math.floor(width / 2);
  return Float32Array.from({ length: side * side }, (_, i) =>
    Math.max(...window2x2(map, { row: Math.floor(i / side), column: i % side })),
  );
}

/** The four values of the window that gives the output at that position. */
export function window2x2(
  map: ArrayLike<number>,
  { row, column }: { row: number; column: number },
): number[] {
  const width = Math.sqrt(map.length);
  const start = 2 * row * width + 2 * column;
  return [map[start]!, map[start + 1]!, map[start + width]!, map[start + width + 1]!];
}
