// The images of the training set as a batch sees them, for every trainer: themselves, or changed by data
// augmentation. Evaluation does not come here.
import { changeImage } from "./changeImage.js";
import { type Augmentation, drawChange, type ImageShape, isTurned } from "./drawChange.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import { ReaderError } from "../../lib/errors/readerError.js";

/** Where an image is seen: all from 0. */
export interface Place {
  position: number;
  batch: number;
  epoch: number;
}

/** The pixels 0–255, [H,W,C], of an image at a position of a batch; good until the next call. */
export type TrainingImage = (index: number, place: Place) => Uint8Array;

/** Throws a ReaderError, in Spanish, if the images cannot be shifted so far. */
export function trainingImages(
  { images }: ImageSet,
  { shape, augmentation }: { shape: ImageShape; augmentation: Augmentation },
): TrainingImage {
  const [height, width, channels] = shape;
  const pixels = height * width * channels;
  const { seed, flip = false, alternatingFlip = false, shift = 0, erasing = 0 } = augmentation;
  if (shift >= Math.min(height, width)) {
    throw new ReaderError(
      `El desplazamiento ha de ser menor que el lado de la imagen: ${shift} píxeles para una de ${height} × ${width}.`,
    );
  }
  const original = (index: number) => images.subarray(index * pixels, (index + 1) * pixels);
  if (!flip && !alternatingFlip && shift === 0 && erasing === 0) return original;
  const changed = new Uint8Array(pixels);
  return (index, { position, batch, epoch }) => {
    const drawn = drawChange(augmentation, shape, { batch, position });
    const change = alternatingFlip
      ? { ...drawn, flipped: isTurned(seed, { index, epoch }) }
      : drawn;
    changeImage(original(index), changed, { shape, change });
    return changed;
  };
}
