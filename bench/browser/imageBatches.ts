// The batches of a run's first epoch as floating-point numbers, for contestants that are not the site's.
import { PIXELS } from "../../src/lib/dataset/dataset.js";
import { epochOrder } from "../../src/training/batches/batches.js";
import type { TrainerRequest } from "../../src/training/loop/trainer.js";

export interface ImageBatch {
  /** [N,28,28,1], 0–1. */
  images: Float32Array<ArrayBuffer>;
  /** [N], 0–9. */
  labels: Int32Array<ArrayBuffer>;
}

/** Gives them by their number from 0. */
export function imageBatches({
  train,
  hyperparameters,
}: Pick<TrainerRequest, "train" | "hyperparameters">): (batch: number) => ImageBatch {
  const { seed, trainImages, batchSize } = hyperparameters;
  const order = epochOrder(seed, 0, trainImages);
  return (batch) => {
    const indices = order.subarray(batch * batchSize, (batch + 1) * batchSize);
    const images = new Float32Array(indices.length * PIXELS);
    indices.forEach((index, n) => {
      const start = index * PIXELS;
      for (let i = 0; i < PIXELS; i++) images[n * PIXELS + i] = train.images[start + i]! / 255;
    });
    return { images, labels: Int32Array.from(indices, (index) => train.labels[index]!) };
  };
}
