// What a network's input says about the images that it takes, and whether a set has such images.
import type { ImageShape } from "./drawChange.js";
import { IMAGE_SIDE, type ImageSet, PIXELS } from "../../lib/dataset/dataset.js";
import { formatInteger } from "../../lib/text/format.js";
import { ReaderError } from "../../lib/errors/readerError.js";

/**
 * The images [H,W,C] behind an input of that shape, without its N. A flat input of as many numbers as
 * the data set's images have pixels takes those; any other flat one takes a single row.
 */
export function imageShape(input: readonly number[]): ImageShape {
  const [height = 1, width = 1, channels = 1] = input;
  if (input.length > 1) return [height, width, channels];
  return height === PIXELS ? [IMAGE_SIDE, IMAGE_SIDE, 1] : [1, height, 1];
}

/** Throws a ReaderError, in Spanish, unless the set has images of that shape and labels of those classes. */
export function checkImages(
  { images, labels, count }: ImageSet,
  { shape, classes }: { shape: ImageShape; classes: number },
): void {
  const pixels = shape.reduce((product, size) => product * size, 1);
  if (images.length !== count * pixels) {
    throw new ReaderError(
      `La red espera imágenes de ${shape.join(" × ")}, ${formatInteger(pixels)} números cada una; ` +
        `las de los datos tienen ${formatInteger(Math.round(images.length / count))}.`,
    );
  }
  const highest = labels.reduce((most, label) => Math.max(most, label), 0);
  if (highest >= classes) {
    throw new ReaderError(
      `La red da ${formatInteger(classes)} números, uno por clase; los datos tienen etiquetas hasta ${highest}: ` +
        `hacen falta ${highest + 1}.`,
    );
  }
}
