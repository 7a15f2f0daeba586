import { gatherPicture, type Picture } from "./picture.js";

/**
 * The picture with its longest edge of that many pixels: «some rows and columns are skipped over»
 * (arXiv:1708.07747, section 2), or repeated where there are too few. Of each stretch the middle one stays,
 * as of ImageMagick's `-sample`.
 */
export function subsample(picture: Picture, longestEdge: number): Picture {
  const { width, height } = picture;
  const scale = longestEdge / Math.max(width, height);
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const middle = (place: number, from: number, to: number) =>
    Math.floor(((place + 0.5) * from) / to);
  return gatherPicture(picture, size, {
    row: (row) => middle(row, height, size.height),
    column: (column) => middle(column, width, size.width),
  });
}
