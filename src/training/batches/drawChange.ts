// What data augmentation does to one image, drawn at random. A function of the seed, the batch and the
// image's place in it, by whole numbers, sums, products and square roots: the same in every trainer and
// browser, with any number of threads, and in a run that goes on after a pause.
import type { Hyperparameters } from "../../lib/run/hyperparameters.js";
import { RandomStream } from "../../lib/numbers/random.js";

export type ImageShape = readonly [height: number, width: number, channels: number];

/** In pixels. */
export interface Rectangle {
  top: number;
  left: number;
  height: number;
  width: number;
}

/** Applied in this order. */
export interface Change {
  /** As in a mirror: left becomes right. */
  flipped: boolean;
  /** Pixels, negative for up. */
  down: number;
  /** Pixels, negative for left. */
  right: number;
  erased: Rectangle | undefined;
}

export type Augmentation = Pick<
  Hyperparameters,
  "seed" | "flip" | "alternatingFlip" | "shift" | "erasing"
>;

/**
 * Whether an image is seen as in a mirror in an epoch: every other one, from the first or the second on, which is
 * drawn for each image. So an image is seen both ways in any two epochs (Jordan, "94% on CIFAR-10 in 3.29 seconds
 * on a single GPU", 2024, arXiv:2404.00498, section 3.6).
 * @param place the image's number in the training set, and the epoch; both from 0
 */
export function isTurned(
  seed: number,
  { index, epoch }: { index: number; epoch: number },
): boolean {
  const first = new RandomStream(seed, "mirror", index).uniform() < 0.5;
  return first === (epoch % 2 === 0);
}

/** @param place the batch of the run, and the image's position in it; both from 0 */
export function drawChange(
  { seed, flip = false, shift = 0, erasing = 0 }: Augmentation,
  shape: ImageShape,
  { batch, position }: { batch: number; position: number },
): Change {
  const random = new RandomStream(seed, "augmentation", batch, position);
  // All are drawn, whatever is on, so that one augmentation does not change the others' choices.
  const coin = random.uniform();
  const down = random.integer(2 * shift + 1) - shift;
  const right = random.integer(2 * shift + 1) - shift;
  const erased = random.uniform() < erasing ? drawRectangle(random, shape) : undefined;
  return { flipped: flip && coin < 0.5, down, right, erased };
}

/**
 * Random erasing, algorithm 1 of Zhong, Zheng, Kang, Li and Yang, "Random erasing data augmentation",
 * 2017, with the ranges of torchvision's RandomErasing: the area as a part of the image's, and height
 * by width, both uniform. What is erased becomes zero, torchvision's default; the paper prefers noise.
 */
const ERASED = { area: [0.02, 0.33], ratio: [0.3, 3.3], tries: 10 } as const;

/** Undefined if no rectangle of those tried fits into the image. */
function drawRectangle(
  random: RandomStream,
  [imageHeight, imageWidth]: ImageShape,
): Rectangle | undefined {
  for (let i = 0; i < ERASED.tries; i++) {
    const area = imageHeight * imageWidth * uniformIn(random, ERASED.area);
    const ratio = uniformIn(random, ERASED.ratio);
    const height = Math.round(Math.sqrt(area * ratio));
    const width = Math.round(Math.sqrt(area / ratio));
    if (height <= imageHeight && width <= imageWidth) {
      const top = random.integer(imageHeight - height + 1);
      const left = random.integer(imageWidth - width + 1);
      return { top, left, height, width };
    }
  }
  return undefined;
}

function uniformIn(random: RandomStream, [from, to]: readonly [number, number]): number {
  return from + (to - from) * random.uniform();
}
