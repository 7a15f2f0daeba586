import { mapImage } from "./mapImage.js";

/**
 * The image moved by some pixels, whole or not; what leaves it is lost, and black comes in.
 * @param pixels [784], 0–255
 */
export function shiftImage(
  pixels: Uint8Array,
  { right = 0, down = 0 }: { right?: number; down?: number },
): Uint8Array {
  return mapImage(pixels, { column: [1, 0], row: [0, 1], right: -right, down: -down });
}
