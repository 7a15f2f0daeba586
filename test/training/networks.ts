// Networks and requests for the tests of the trainers: a few real images, small layers.
import { readDataset } from "../../data-loaders/readDataset.js";
import type { ImageSet } from "../../src/lib/dataset/dataset.js";
import { defaultHyperparameters, type Hyperparameters } from "../../src/lib/run/hyperparameters.js";
import { networkJson } from "../../src/lib/network/networkJson.js";
import { readWeights } from "../../src/lib/network/namedWeights.js";
import { initializeLikePyTorch } from "../../src/lib/network/network.js";
import type { NamedWeight } from "../../src/lib/network/namedWeight.js";
import * as tf from "../../src/lib/network/tf.js";
import type { TrainerRequest } from "../../src/training/loop/trainer.js";

/** tf.layers knows this activation, but its types do not list it. */
export const logSoftmax = "logSoftmax" as "softmax";

/** The first images of the training set. */
export async function firstImages(count: number): Promise<ImageSet> {
  const { train } = await readDataset();
  const [images, labels] = [train.images.slice(0, count * 784), train.labels.slice(0, count)];
  return { images, labels, count };
}

/** A run of these layers, from PyTorch's initial weights, on these images. */
export async function requestFor(
  layers: tf.layers.Layer[],
  { train, ...values }: { train: ImageSet } & Partial<Hyperparameters>,
): Promise<TrainerRequest> {
  const network = tf.sequential({ layers });
  initializeLikePyTorch(network, 4);
  const request = {
    topology: JSON.stringify(networkJson(network)),
    hyperparameters: {
      ...defaultHyperparameters,
      batchSize: 6,
      trainImages: train.count,
      ...values,
    },
    train,
    state: { weights: await readWeights(network), velocities: [] },
  };
  network.dispose();
  return request;
}

/** The largest difference of two lists of weights, as a part of the largest of the second. */
export function relativeDifference(found: NamedWeight[], expected: NamedWeight[]): number {
  const differences = expected.map(({ values }, i) => {
    const scale = largestGap(values, new Float32Array(values.length));
    return largestGap(found[i]!.values, values) / Math.max(1e-12, scale);
  });
  return Math.max(...differences);
}

/** The largest difference of two lists of numbers of one length. */
export function largestGap(found: Float32Array, expected: Float32Array): number {
  if (found.length !== expected.length) return Infinity;
  return found.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i]!)), 0);
}
