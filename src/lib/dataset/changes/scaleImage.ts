import { mapImage } from "./mapImage.js";

/**
 * The image enlarged about its centre, or made smaller: 1 leaves it as it is, 2 doubles its sides.
 * @param pixels [784], 0–255
 * @param factor above 0
 */
export function scaleImage(pixels: Uint8Array, factor: number): Uint8Array {
  return mapImage(pixels, { column: [1 / factor, 0], row: [0, 1 / factor], right: 0, down: 0 });
}
