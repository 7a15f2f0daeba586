// The training of the first page: a thousand images, twenty epochs, about a second, and what is seen of it on the
// way. It is no run: nothing of it is kept.
import { breathe } from "../loop/breathe.js";
import type { CreateTrainer, TrainerRequest } from "../loop/trainer.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import { defaultHyperparameters, type Hyperparameters } from "../../lib/run/hyperparameters.js";
import { batchesPerEpoch, totalBatches } from "../../lib/run/run.js";

export interface FirstView {
  /** Of all the images that it is judged by, 0–1. */
  accuracy: number;
  /** What it takes the shown images for, 0–9. */
  predictions: number[];
  /** The filters of the first convolution, [FH,FW,1,K]. */
  filters: Float32Array;
  /** Images learned from so far, each as often as it came. */
  seen: number;
}

/** Images whose predictions are told. */
export const SHOWN_IMAGES = 20;

/** Chosen to be right as often as possible after a second. @param trainImages as many as there are */
export function firstRecipe(seed: number, trainImages: number): Hyperparameters {
  const quick = { epochs: 20, learningRate: 0.004, optimizer: "adamw", schedule: "one-cycle" };
  return {
    ...defaultHyperparameters,
    ...quick,
    dropoutRate: 0,
    seed,
    trainImages,
  } as Hyperparameters;
}

export interface FirstStepsOptions {
  createTrainer: CreateTrainer;
  /** What it is judged by. */
  test: ImageSet;
  /** Told before the first step and after each part. */
  onView: (view: FirstView) => void;
}

/** Trains as the request says. The first two epochs, in which most is learned, are told in quarters. */
export async function firstSteps(
  request: TrainerRequest,
  { createTrainer, test, onView }: FirstStepsOptions,
): Promise<void> {
  const { hyperparameters } = request;
  const trainer = await createTrainer(request);
  const perEpoch = batchesPerEpoch(hyperparameters);
  const all = totalBatches(hyperparameters);
  const view = async (batch: number): Promise<FirstView> => {
    const { accuracy, predictions } = await trainer.evaluate(test);
    const { weights } = await trainer.readState();
    return {
      accuracy,
      predictions: Array.from(predictions.subarray(0, SHOWN_IMAGES)),
      filters: weights[0]!.values,
      seen: batch * hyperparameters.batchSize,
    };
  };
  try {
    onView(await view(0));
    for (let batch = 0; batch < all;) {
      const part = batch < 2 * perEpoch ? Math.ceil(perEpoch / 4) : perEpoch;
      const count = Math.min(part, perEpoch - (batch % perEpoch));
      await trainer.runSteps(batch, count);
      batch += count;
      onView(await view(batch));
      await breathe();
    }
  } finally {
    trainer.dispose();
  }
}
