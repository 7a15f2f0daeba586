import { IMAGE_SIDE, PIXELS } from "../dataset.js";

/** Beyond so many deviations a neighbour weighs next to nothing. */
const REACH = 3;

/**
 * The image out of focus: each pixel the mean of its neighbours, weighed by a Gaussian. Outside it is black.
 * @param pixels [784], 0–255
 * @param deviation of the Gaussian, in pixels; 0 leaves the image as it is
 */
export function blurImage(pixels: Uint8Array, deviation: number): Uint8Array {
  if (deviation === 0) return pixels.slice();
  const weights = gaussian(deviation);
  const along = weighed(pixels, weights, { step: 1 });
  return Uint8Array.from(weighed(along, weights, { step: IMAGE_SIDE }), Math.round);
}

/** From the middle outwards; with both sides they sum to 1. */
function gaussian(deviation: number): number[] {
  const reach = Math.ceil(REACH * deviation);
  const weights = Array.from({ length: reach + 1 }, (_, i) =>
    Math.exp(-0.5 * (i / deviation) ** 2),
  );
  const sum = weights.reduce((total, weight) => total + 2 * weight, -weights[0]!);
  return weights.map((weight) => weight / sum);
}

/** Along the rows (step 1) or the columns (step 28). */
function weighed(
  values: ArrayLike<number>,
  weights: readonly number[],
  { step }: { step: number },
): Float64Array {
  const sums = new Float64Array(PIXELS);
  for (let i = 0; i < PIXELS; i++) {
    const place = step === 1 ? i % IMAGE_SIDE : Math.floor(i / IMAGE_SIDE);
    let sum = weights[0]! * values[i]!;
    for (let far = 1; far < weights.length; far++) {
      if (place >= far) sum += weights[far]! * values[i - far * step]!;
      if (place + far < IMAGE_SIDE) sum += weights[far]! * values[i + far * step]!;
    }
    sums[i] = sum;
  }
  return sums;
}
