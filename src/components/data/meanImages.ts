// The mean image of each class, with its name.
import { imageGrid } from "../parts/imageGrid.js";

/** @param means a class each, values 0–255, row by row */
export function meanImages(
  means: readonly ArrayLike<number>[],
  names: readonly string[],
): HTMLElement {
  const labels = names.map((name) => `Media de todas las imágenes de la clase ${name}`);
  return imageGrid(means, { captions: names, labels });
}
