// Brings a picture onto the white background that the shop's own photographs have.
import {
  brightness,
  brightnesses,
  clampChannel,
  type Colour,
  makePicture,
  type Picture,
  WHITE,
} from "./picture.js";

/** The shop's background is #fdfdfd (arXiv:1708.07747, section 2): as white as this, it is left as it is. */
const SHOP_WHITE = 253;

/** Of a background darker than this in a channel, the garment is not made any more contrasted. */
const DARKEST = 64;

/** Of each corner: one pixel may be a speck. */
const CORNER_SIDE = 3;

export interface OnWhite {
  picture: Picture;
  /** What lay behind the garment. */
  background: Colour;
  /** Whether it was darker than the garment, so that the picture is a negative now. */
  wasNegated: boolean;
}

/**
 * The picture with its background made white and the garment darker than it. No step of the data set's: its
 * photographs were made so.
 */
export function onWhite(picture: Picture): OnWhite {
  const background = cornerColour(picture);
  const wasNegated = brightness(background) < mean(brightnesses(picture));
  const positive = wasNegated ? negative(picture) : picture;
  const levels = background.map((value) => (wasNegated ? WHITE - value : value));
  if (levels.every((level) => level >= SHOP_WHITE)) {
    return { picture: positive, background, wasNegated };
  }
  const gains = levels.map((level) => WHITE / Math.max(level, DARKEST));
  const whitened = makePicture(picture, (pixel, channel) => {
    const below = levels[channel]! - positive.rgb[3 * pixel + channel]!;
    return clampChannel(WHITE - below * gains[channel]!);
  });
  return { picture: whitened, background, wasNegated };
}

export function negative({ rgb, ...size }: Picture): Picture {
  return { ...size, rgb: rgb.map((value) => WHITE - value) };
}

/** The median of the corners' pixels, a channel at a time: one corner may be covered. */
export function cornerColour({ width, height, rgb }: Picture): Colour {
  const near = (place: number, length: number) =>
    place < CORNER_SIDE || place >= length - CORNER_SIDE;
  const corners = Array.from({ length: width * height }, (_, i) => i).filter(
    (i) => near(Math.floor(i / width), height) && near(i % width, width),
  );
  const median = (channel: number) => {
    const sorted = corners.map((i) => rgb[3 * i + channel]!).sort((a, b) => a - b);
    const [below, above] = [(sorted.length - 1) >> 1, sorted.length >> 1];
    return (sorted[below]! + sorted[above]!) / 2;
  };
  return [median(0), median(1), median(2)];
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
