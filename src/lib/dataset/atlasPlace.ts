// Where an image stands in the picture that holds all those of a set.
import { IMAGE_SIDE } from "./dataset.js";

/** Images a row: 10,000 make a square of 2,800 pixels, which every browser can draw. */
export const ATLAS_COLUMNS = 100;

/** The corner of the image of that number, in pixels of the atlas. */
export function atlasPlace(index: number): { left: number; top: number } {
  return {
    left: (index % ATLAS_COLUMNS) * IMAGE_SIDE,
    top: Math.floor(index / ATLAS_COLUMNS) * IMAGE_SIDE,
  };
}
