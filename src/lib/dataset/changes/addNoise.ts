// Noise as a camera has it in the dark: to each pixel something is added that has nothing to do with the next.
import { RandomStream } from "../../numbers/random.js";

/** Of the sum of four whole numbers drawn from 0 … 255. */
const MEAN = 4 * 127.5;
const DEVIATION = Math.sqrt((4 * (256 ** 2 - 1)) / 12);

/**
 * The image with noise of that standard deviation, in levels of grey; what passes 0 or 255 stays there. The noise
 * is a function of the seed and the image's number; the amount only enlarges it. It is nearly normal: a sum of
 * four uniform numbers (Irwin–Hall), the bytes of one draw, so that every browser has the same.
 * @param pixels 0–255
 */
export function addNoise(
  pixels: Uint8Array,
  deviation: number,
  { seed = 42, index = 0 }: { seed?: number; index?: number } = {},
): Uint8Array {
  const random = new RandomStream(seed, "noise", index);
  const enlarged = deviation / DEVIATION;
  const noisy = new Uint8ClampedArray(pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    const drawn = random.uint32();
    const sum = (drawn & 255) + ((drawn >>> 8) & 255) + ((drawn >>> 16) & 255) + (drawn >>> 24);
    noisy[i] = Math.round(pixels[i]! + enlarged * (sum - MEAN));
  }
  return new Uint8Array(noisy.buffer);
}
