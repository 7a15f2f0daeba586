// Which images make a batch, and which neurons dropout silences in it. A function of the seed and the
// batch alone, so that a run that goes on after a pause is the run that never stopped.
import { type ImageSet, PIXELS } from "../lib/dataset.js";
import { batchesPerEpoch } from "../lib/run.js";
import type { Hyperparameters } from "../lib/hyperparameters.js";
import { RandomStream } from "../lib/random.js";

/** The order of the images in an epoch (from 0): a permutation of 0 … count − 1. */
export function epochOrder(seed: number, epoch: number, count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  return new RandomStream(seed, "shuffle", epoch).shuffle(order);
}

export interface Batch {
  /** [N,28,28,1], 0–1. */
  images: Float32Array;
  /** [N], 0–9. */
  labels: Int32Array;
}

/** Gives the batches of a run by their number from 0; keeps the order of one epoch. */
export function batchSource(
  train: ImageSet,
  hyperparameters: Hyperparameters,
): (batch: number) => Batch {
  const { batchSize, trainImages, seed } = hyperparameters;
  const perEpoch = batchesPerEpoch(hyperparameters);
  let orderEpoch = -1;
  let order = new Uint32Array();
  return (batch) => {
    const epoch = Math.floor(batch / perEpoch);
    if (epoch !== orderEpoch) {
      order = epochOrder(seed, epoch, trainImages) as Uint32Array<ArrayBuffer>;
      orderEpoch = epoch;
    }
    const start = (batch % perEpoch) * batchSize;
    return gather(train, order.subarray(start, start + batchSize));
  };
}

/** The images and labels at the given indices, pixels scaled from 0–255 to 0–1. */
export function gather(set: ImageSet, indices: Uint32Array): Batch {
  const images = new Float32Array(indices.length * PIXELS);
  const labels = new Int32Array(indices.length);
  for (let n = 0; n < indices.length; n++) {
    const index = indices[n]!;
    labels[n] = set.labels[index]!;
    const source = index * PIXELS;
    const target = n * PIXELS;
    for (let i = 0; i < PIXELS; i++) images[target + i] = set.images[source + i]! / 255;
  }
  return { images, labels };
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
