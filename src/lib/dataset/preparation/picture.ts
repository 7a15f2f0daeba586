// A picture in colour on its way to become an image of the data set. The steps in this folder take one and
// give another; none changes the one that it takes.
import { InternalError } from "../../errors/internalError.js";

export interface Picture {
  width: number;
  height: number;
  /** [H,W,3]: red, green and blue, 0–255. */
  rgb: Float32Array;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** The largest value of a channel. */
export const WHITE = 255;

/**
 * The picture of a canvas's pixels; what is transparent lets white paper through.
 * @param rgba [H,W,4], 0–255
 */
export function pictureFromRgba(
  rgba: ArrayLike<number>,
  { width, height }: { width: number; height: number },
): Picture {
  if (width < 1 || height < 1 || rgba.length !== 4 * width * height) {
    throw new InternalError(`${width} × ${height} pixels expected, ${rgba.length} bytes found`);
  }
  const opacity = (pixel: number) => rgba[4 * pixel + 3]! / WHITE;
  return makePicture({ width, height }, (pixel, channel) => {
    const alpha = opacity(pixel);
    return alpha * rgba[4 * pixel + channel]! + (1 - alpha) * WHITE;
  });
}

/** A picture of that size. @param value of a channel (0–2) of a pixel, counted row by row */
export function makePicture(
  { width, height }: { width: number; height: number },
  value: (pixel: number, channel: number) => number,
): Picture {
  const rgb = new Float32Array(3 * width * height);
  for (let i = 0; i < rgb.length; i++) rgb[i] = value(Math.floor(i / 3), i % 3);
  return { width, height, rgb };
}

/** The picture whose pixels at each place are those of the other at the place that `from` says. */
export function gatherPicture(
  { width: sourceWidth, rgb }: Picture,
  { width, height }: { width: number; height: number },
  from: { row: (row: number) => number; column: (column: number) => number },
): Picture {
  return makePicture({ width, height }, (pixel, channel) => {
    const row = from.row(Math.floor(pixel / width));
    return rgb[3 * (row * sourceWidth + from.column(pixel % width)) + channel]!;
  });
}

/** How bright a colour looks, 0–255: the luma of Rec. ITU-R BT.709, which ImageMagick takes too. */
export function brightness([red, green, blue]: Colour): number {
  return 0.212656 * red + 0.715158 * green + 0.072186 * blue;
}

/** The brightness of each pixel, [H·W]. */
export function brightnesses({ rgb }: Picture): Float32Array {
  return Float32Array.from({ length: rgb.length / 3 }, (_, i) =>
    brightness([rgb[3 * i]!, rgb[3 * i + 1]!, rgb[3 * i + 2]!]),
  );
}

export function clampChannel(value: number): number {
  return Math.max(0, Math.min(WHITE, value));
}
