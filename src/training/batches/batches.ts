// Which images make a batch, and which neurons dropout silences in it. A function of the seed and the
// batch alone, so that a run that goes on after a pause is the run that never stopped.
import type { ImageShape } from "./drawChange.js";
import { epochExamples } from "./epochExamples.js";
import { trainingImages } from "./trainingImages.js";
import { IMAGE_SIDE, type ImageSet, PIXELS } from "../../lib/dataset/dataset.js";
import type { Hyperparameters } from "../../lib/run/hyperparameters.js";
import { RandomStream } from "../../lib/numbers/random.js";

/** The order of the images in an epoch (from 0): a permutation of 0 … count − 1. */
export function epochOrder(seed: number, epoch: number, count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  return new RandomStream(seed, "shuffle", epoch).shuffle(order);
}

/** Tells which images make the batches of a run, by their number from 0; keeps the order of one epoch. */
class BatchOrder {
  private readonly perEpoch: number;
  private epoch = -1;
  private order = new Uint32Array();
  /** The images of an epoch, in no order of its own: some may be there several times. */
  private readonly examples: Uint32Array;

  constructor(
    train: ImageSet,
    private readonly hyperparameters: Hyperparameters,
  ) {
    this.examples = epochExamples(train, hyperparameters);
    this.perEpoch = Math.ceil(this.examples.length / hyperparameters.batchSize);
  }

  /** Images of a batch; the last batch of an epoch may have fewer. */
  size(batch: number): number {
    const { batchSize } = this.hyperparameters;
    return Math.min(batchSize, this.examples.length - (batch % this.perEpoch) * batchSize);
  }

  epochOf(batch: number): number {
    return Math.floor(batch / this.perEpoch);
  }

  /** The index in the training set of the image at a position of a batch. */
  imageAt(batch: number, position: number): number {
    const { batchSize, seed } = this.hyperparameters;
    const epoch = this.epochOf(batch);
    if (epoch !== this.epoch) {
      this.order = epochOrder(seed, epoch, this.examples.length) as Uint32Array<ArrayBuffer>;
      this.epoch = epoch;
    }
    return this.examples[this.order[(batch % this.perEpoch) * batchSize + position]!]!;
  }
}

/** A batch as bytes. */
export interface BatchPixels {
  /** 0–255, room for [batchSize,H,W,C]. */
  pixels: Uint8Array;
  /** Room for [batchSize]. */
  labels: Int32Array;
}

/**
 * Returns a function that puts a batch of the run, by its number from 0, where it is told, with data
 * augmentation if there is any, and says how many images it has.
 */
export function batchFiller(
  train: ImageSet,
  hyperparameters: Hyperparameters,
  shape: ImageShape,
): (batch: number, into: BatchPixels) => number {
  const order = new BatchOrder(train, hyperparameters);
  const imageAt = trainingImages(train, { shape, augmentation: hyperparameters });
  return (batch, { pixels, labels }) => {
    const size = order.size(batch);
    const epoch = order.epochOf(batch);
    for (let n = 0; n < size; n++) {
      const index = order.imageAt(batch, n);
      const image = imageAt(index, { position: n, batch, epoch });
      pixels.set(image, n * image.length);
      labels[n] = train.labels[index]!;
    }
    return size;
  };
}

export interface Batch {
  /** [N,28,28,1], or as many other images side by side, 0–1. */
  images: Float32Array;
  /** [N], 0–9. */
  labels: Int32Array;
}

/** Gives the batches of a run by their number from 0. */
export function batchSource(
  train: ImageSet,
  hyperparameters: Hyperparameters,
  shape: ImageShape = [IMAGE_SIDE, IMAGE_SIDE, 1],
): (batch: number) => Batch {
  const { batchSize } = hyperparameters;
  const pixelsEach = shape.reduce((product, size) => product * size, 1);
  const pixels = new Uint8Array(batchSize * pixelsEach);
  const labels = new Int32Array(batchSize);
  const fill = batchFiller(train, hyperparameters, shape);
  return (batch) => {
    const size = fill(batch, { pixels, labels });
    return { images: scaled(pixels.subarray(0, size * pixelsEach)), labels: labels.slice(0, size) };
  };
}

/** The images and labels at the given indices, pixels scaled from 0–255 to 0–1. */
export function gather(set: ImageSet, indices: Uint32Array): Batch {
  const pixels = new Uint8Array(indices.length * PIXELS);
  indices.forEach((index, n) => {
    pixels.set(set.images.subarray(index * PIXELS, (index + 1) * PIXELS), n * PIXELS);
  });
  const labels = Int32Array.from(indices, (index) => set.labels[index]!);
  return { images: scaled(pixels), labels };
}

/** 0–255 to 0–1. */
export function scaled(pixels: Uint8Array): Float32Array {
  const numbers = new Float32Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) numbers[i] = pixels[i]! / 255;
  return numbers;
}

/**
 * The dropout mask of one layer in one batch, [size]: 0 with probability `rate`, else 1 / (1 − rate),
 * so that the expected sum stays the same (inverted dropout, as PyTorch does).
 */
export function dropoutMask(
  size: number,
  rate: number,
  { seed, batch, layer }: { seed: number; batch: number; layer: number },
): Float32Array {
  const random = new RandomStream(seed, "dropout", batch, layer);
  const kept = 1 / (1 - rate);
  return Float32Array.from({ length: size }, () => (random.uniform() < rate ? 0 : kept));
}
