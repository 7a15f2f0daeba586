// Which of the training images a run learns from, and which are set apart for validation. A function of the
// seed and of how many they are.
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { Hyperparameters } from "../../lib/run/hyperparameters.js";
import { RandomStream } from "../../lib/numbers/random.js";

export interface Split {
  /** Indices among the training images. */
  learning: Uint32Array;
  /** The last so many of the images, shuffled by the seed. */
  validation: Uint32Array;
}

/** Without validation all the images are learned from, in their own order. */
export function splitTraining({
  seed,
  trainImages,
  validationImages = 0,
}: Pick<Hyperparameters, "seed" | "trainImages" | "validationImages">): Split {
  const all = Uint32Array.from({ length: trainImages }, (_, i) => i);
  if (validationImages > 0) new RandomStream(seed, "validation").shuffle(all);
  const learned = trainImages - validationImages;
  return { learning: all.subarray(0, learned), validation: all.subarray(learned) };
}

/** The images set apart, a copy; undefined where there are none. */
export function validationSet(
  train: ImageSet,
  hyperparameters: Hyperparameters,
): ImageSet | undefined {
  const { validation } = splitTraining(hyperparameters);
  const count = validation.length;
  if (count === 0) return undefined;
  const size = train.images.length / train.count;
  const images = new Uint8Array(count * size);
  validation.forEach((index, n) => {
    images.set(train.images.subarray(index * size, (index + 1) * size), n * size);
  });
  return { images, labels: Uint8Array.from(validation, (index) => train.labels[index]!), count };
}
