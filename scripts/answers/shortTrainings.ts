// The answers about the learning rate: one step with each, and a short training with each.
import { trainInNode } from "./trainInNode.js";
import { type Dataset, firstImages } from "../../src/lib/dataset/dataset.js";
import type { FirstStep, ShortTraining } from "../../src/lib/reports/answersReport.js";

const STEP_IMAGES = 20;

/** One step with each rate from the same weights, as the page takes it by hand: momentum and dropout 0. */
export async function firstStep({ train }: Dataset, rates: readonly number[]): Promise<FirstStep> {
  const images = firstImages(train, STEP_IMAGES);
  const after = [];
  let before = NaN;
  for (const learningRate of rates) {
    const one = { epochs: 1, trainImages: STEP_IMAGES, momentum: 0, dropoutRate: 0, learningRate };
    const { history } = await trainInNode({ train: images, test: images }, one);
    const [epoch] = history.epochs;
    before = epoch!.loss;
    after.push({ learningRate, loss: epoch!.testLoss! });
  }
  return { before, after };
}

/** 6,000 images and 3 epochs, as the page of training asks. */
export async function shortTraining(
  dataset: Dataset,
  learningRate: number,
): Promise<ShortTraining> {
  const { history } = await trainInNode(dataset, { epochs: 3, trainImages: 6000, learningRate });
  const last = history.epochs.at(-1);
  return {
    learningRate,
    epochs: history.epochs.length,
    loss: last?.loss ?? null,
    testAccuracy: last?.testAccuracy ?? null,
  };
}
