// Makes an image as those of the data set out of any picture, by the steps that made it (Xiao, Rasul and
// Vollgraf, arXiv:1708.07747, section 2). Its photographs cannot be had any more: the tests hold the steps
// against the images themselves, drawn large and brought back.
import { IMAGE_SIDE } from "../dataset.js";
import { centre } from "./centre.js";
import { brightnesses, type Colour, type Picture } from "./picture.js";
import { sharpen } from "./sharpen.js";
import { subsample } from "./subsample.js";
import { trim } from "./trim.js";
import { negative, onWhite } from "./whiteBackground.js";

/** The longest edge of the shop's small pictures, 51 × 73, from which the data set was made. */
export const THUMBNAIL_SIDE = 73;

export type StepName =
  "thumbnail" | "white" | "trimmed" | "small" | "sharpened" | "centred" | "negative" | "grey";

export interface PreparationStep {
  name: StepName;
  /** What the step gave. */
  picture: Picture;
}

export interface Preparation {
  /** In their order; the first is the picture that came. */
  steps: PreparationStep[];
  /** Behind the garment, in the picture that came. */
  background: Colour;
  /** Whether it was darker than the garment. */
  wasNegated: boolean;
  /** [784], 0–255, as the data set's. */
  pixels: Uint8Array;
}

/**
 * The image and how it came about. Throws a ReaderError if nothing stands out from the background.
 * @param thumbnail of at most THUMBNAIL_SIDE a side, better smoothed: what is larger loses pixels
 */
export function prepareGarment(thumbnail: Picture): Preparation {
  const white = onWhite(thumbnail);
  const trimmed = trim(white.picture);
  const small = subsample(trimmed, IMAGE_SIDE);
  const sharpened = sharpen(small);
  const centred = centre(sharpened, IMAGE_SIDE);
  const reversed = negative(centred);
  const pixels = Uint8Array.from(brightnesses(reversed), Math.round);
  const grey = greyPicture(pixels);
  const { background, wasNegated } = white;
  const steps: PreparationStep[] = [
    { name: "thumbnail", picture: thumbnail },
    { name: "white", picture: white.picture },
    { name: "trimmed", picture: trimmed },
    { name: "small", picture: small },
    { name: "sharpened", picture: sharpened },
    { name: "centred", picture: centred },
    { name: "negative", picture: reversed },
    { name: "grey", picture: grey },
  ];
  return { steps, background, wasNegated, pixels };
}

function greyPicture(pixels: Uint8Array): Picture {
  const rgb = Float32Array.from(
    { length: 3 * pixels.length },
    (_, i) => pixels[Math.floor(i / 3)]!,
  );
  return { width: IMAGE_SIDE, height: IMAGE_SIDE, rgb };
}
