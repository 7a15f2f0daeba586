// Cuts off the edges of a picture that show nothing but its white background.
import { gatherPicture, type Picture, WHITE } from "./picture.js";
import { ReaderError } from "../../errors/readerError.js";

/** «The distance within 5% of the maximum possible intensity in RGB space» (arXiv:1708.07747, section 2). */
export const CLOSENESS = 0.05 * WHITE;

/**
 * The smallest part of the picture that holds all that differs from white. Throws a ReaderError if nothing
 * does.
 */
export function trim(picture: Picture): Picture {
  const { width, height } = picture;
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (let i = 0; i < width * height; i++) {
    if (isWhite(picture, i)) continue;
    rows.add(Math.floor(i / width));
    columns.add(i % width);
  }
  if (rows.size === 0) {
    throw new ReaderError(
      "En esta imagen no se distingue ninguna prenda: es casi toda del mismo color. Prueba con una en la que la prenda destaque sobre el fondo.",
    );
  }
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  const size = { width: Math.max(...columns) - left + 1, height: Math.max(...rows) - top + 1 };
  return gatherPicture(picture, size, {
    row: (row) => top + row,
    column: (column) => left + column,
  });
}

/** By the root mean square of the three channels' differences, as ImageMagick's `-fuzz` measures. */
function isWhite({ rgb }: Picture, pixel: number): boolean {
  let squares = 0;
  for (let channel = 0; channel < 3; channel++) squares += (WHITE - rgb[3 * pixel + channel]!) ** 2;
  return Math.sqrt(squares / 3) <= CLOSENESS;
}
