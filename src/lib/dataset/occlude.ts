// Copies of an image, each with a square of it covered, all over it.
import { IMAGE_SIDE, type ImageSet, PIXELS } from "./dataset.js";

export interface Cover {
  /** The side of the square, in pixels. */
  size: number;
  /** How far from one square to the next. */
  stride: number;
  /** Of the square, 0–255. */
  value: number;
}

/** How many squares there are along a side. */
export function coverCount({ size, stride }: Pick<Cover, "size" | "stride">): number {
  return Math.floor((IMAGE_SIDE - size) / stride) + 1;
}

/** The copies, row by row of squares. @param pixels [784] */
export function occlude(pixels: Uint8Array, { size, stride, value }: Cover): ImageSet {
  const along = coverCount({ size, stride });
  const count = along ** 2;
  const images = new Uint8Array(count * PIXELS);
  for (let n = 0; n < count; n++) {
    const image = images.subarray(n * PIXELS, (n + 1) * PIXELS);
    image.set(pixels);
    const top = Math.floor(n / along) * stride;
    const left = (n % along) * stride;
    for (let row = top; row < top + size; row++) {
      image.fill(value, row * IMAGE_SIDE + left, row * IMAGE_SIDE + left + size);
    }
  }
  return { images, labels: new Uint8Array(count), count };
}
