// Sharpens a picture near its outlines: ImageMagick's `-adaptive-sharpen 1x1`, whose manual has the very
// words of the data set's paper (arXiv:1708.07747, section 2, step 4). Beyond the edge its pixels go on.
import { brightnesses, clampChannel, makePicture, type Picture, WHITE } from "./picture.js";

/** A Gaussian of radius 1 and standard deviation 1, row by row. */
const gaussian = [-1, 0, 1].flatMap((v) => [-1, 0, 1].map((u) => Math.exp(-(u * u + v * v) / 2)));
const total = gaussian.reduce((sum, weight) => sum + weight, 0);

const blurring = gaussian.map((weight) => weight / total);
/** Twice the whole Gaussian in the middle, less the Gaussian around it; the weights add up to 1. */
const sharpening = normalized(gaussian.map((weight, i) => (i === 4 ? 2 * total : -weight)));
/** What a pixel has over the eight around it. */
const edging = gaussian.map((_, i) => (i === 4 ? 8 : -1));

/** The picture with the pixels sharpened whose surroundings have at least half of its strongest edge. */
export function sharpen(picture: Picture): Picture {
  const { width, height, rgb } = picture;
  const edges = spread(
    convolve(
      spread(convolve(brightnesses(picture), width, edging).map(clampChannel)),
      width,
      blurring,
    ),
  );
  const channels = [0, 1, 2].map((channel) =>
    convolve(
      Float32Array.from({ length: width * height }, (_, i) => rgb[3 * i + channel]!),
      width,
      sharpening,
    ),
  );
  return makePicture(picture, (pixel, channel) =>
    edges[pixel]! >= WHITE / 2
      ? clampChannel(channels[channel]![pixel]!)
      : rgb[3 * pixel + channel]!,
  );
}

/** @param values [H·W], row by row, `width` a row @param kernel 3×3 */
function convolve(values: Float32Array, width: number, kernel: readonly number[]): Float32Array {
  const height = values.length / width;
  const inside = (place: number, length: number) => Math.max(0, Math.min(length - 1, place));
  return values.map((_, i) => {
    const [row, column] = [Math.floor(i / width), i % width];
    return kernel.reduce((sum, weight, k) => {
      const y = inside(row + Math.floor(k / 3) - 1, height);
      const x = inside(column + (k % 3) - 1, width);
      return sum + weight * values[y * width + x]!;
    }, 0);
  });
}

/** The values from 0 to 255; as they are where all are alike. */
function spread(values: Float32Array): Float32Array {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return high > low ? values.map((value) => (WHITE * (value - low)) / (high - low)) : values;
}

function normalized(kernel: readonly number[]): number[] {
  const sum = kernel.reduce((result, weight) => result + weight, 0);
  return kernel.map((weight) => weight / sum);
}
