// The changes of data augmentation, on one image of uint8 pixels [H,W,C].
import { type Change, type ImageShape, type Rectangle } from "./drawChange.js";

/** Writes the image, changed, into `target`; both hold H·W·C pixels. What a change is: drawChange.ts. */
// #region changeImage
export function changeImage(
  source: Uint8Array,
  target: Uint8Array,
  { shape, change }: { shape: ImageShape; change: Change },
): void {
  const { flipped, down, right, erased } = change; // lo que ha salido en el sorteo
  if (flipped) mirror(source, target, shape);
  else target.set(source);
  if (down !== 0 || right !== 0) move(target, shape, { down, right });
  if (erased) erase(target, shape, erased); // un rectángulo, a negro
}
// #endregion

/** Writes the image into `target` with left and right exchanged. */
function mirror(source: Uint8Array, target: Uint8Array, [height, width, channels]: ImageShape) {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * channels;
      const to = (y * width + width - 1 - x) * channels;
      for (let c = 0; c < channels; c++) target[to + c] = source[from + c]!;
    }
  }
}

/** In place, zeros where nothing comes in. The whole image moves as one row, then its margins are cleared. */
function move(
  image: Uint8Array,
  [height, width, channels]: ImageShape,
  { down, right }: Pick<Change, "down" | "right">,
): void {
  const row = width * channels;
  const offset = down * row + right * channels;
  const [to, from] = offset > 0 ? [offset, 0] : [0, -offset];
  image.copyWithin(to, from, image.length - to);
  if (down > 0) image.fill(0, 0, down * row);
  if (down < 0) image.fill(0, (height + down) * row);
  const margin = Math.abs(right) * channels;
  const left = right > 0 ? 0 : row - margin;
  for (let y = 0; y < height; y++) image.fill(0, y * row + left, y * row + left + margin);
}

/** In place, to zero: the black of the background. */
function erase(image: Uint8Array, [, imageWidth, channels]: ImageShape, rectangle: Rectangle) {
  const { top, left, height, width } = rectangle;
  for (let y = top; y < top + height; y++) {
    const start = (y * imageWidth + left) * channels;
    image.fill(0, start, start + width * channels);
  }
}
