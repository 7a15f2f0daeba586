// Reference, frozen: from pixels to the numbers that a network is fed with.
import { Tensor } from "./tensor.js";

/**
 * Each pixel, 0–255, as a number in 0–1.
 * @param shape of the images, [N,H,W,C]
 */
export function numbersFromPixels(pixels: Uint8Array, shape: readonly number[]): Tensor {
  return new Tensor(
    shape,
    Float64Array.from(pixels, (pixel) => pixel / 255),
  );
}
