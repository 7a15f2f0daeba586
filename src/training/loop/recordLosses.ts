// The history of a run as its losses come in: the live curve, the means of 1,000 batches that the
// original prints, and the mean of each epoch, each weighted as it should be.
import type { Judgement } from "./judge.js";
import { PRINTED_BATCHES } from "../../lib/run/lossMeans.js";
import { epochImages } from "../../lib/run/epochSize.js";
import { batchesPerEpoch, type Run, type RunningSums, totalBatches } from "../../lib/run/run.js";

/** The live curve has at most about so many points. */
const CURVE_POINTS = 1500;

export interface Progress {
  /** Batches done. */
  batch: number;
  sums: RunningSums;
}

export const startingSums: Readonly<RunningSums> = {
  epochLoss: 0,
  epochImages: 0,
  epochSeconds: 0,
  thousandLoss: 0,
  thousandBatches: 0,
  pointLoss: 0,
  pointImages: 0,
};

/** Adds the mean losses of the batches from `progress.batch` on, all of one epoch. */
export function recordLosses(run: Run, losses: Float32Array, progress: Progress): void {
  const { hyperparameters, history } = run;
  const { batchSize } = hyperparameters;
  const inEpoch = epochImages(hyperparameters);
  const perEpoch = batchesPerEpoch(hyperparameters);
  const batchesPerPoint = Math.max(1, Math.round(totalBatches(hyperparameters) / CURVE_POINTS));
  const { sums } = progress;
  for (const loss of losses) {
    const batchInEpoch = (progress.batch % perEpoch) + 1;
    const images = Math.min(batchSize, inEpoch - (batchInEpoch - 1) * batchSize);
    progress.batch++;
    sums.epochLoss += loss * images;
    sums.epochImages += images;
    sums.pointLoss += loss * images;
    sums.pointImages += images;
    sums.thousandLoss += loss;
    sums.thousandBatches++;
    if (progress.batch % batchesPerPoint === 0) {
      history.curve.push({ batch: progress.batch, loss: sums.pointLoss / sums.pointImages });
      sums.pointLoss = 0;
      sums.pointImages = 0;
    }
    if (batchInEpoch % PRINTED_BATCHES === 0) {
      const epoch = Math.ceil(progress.batch / perEpoch);
      const mean = sums.thousandLoss / sums.thousandBatches;
      history.thousands.push({ batch: progress.batch, epoch, batchInEpoch, loss: mean });
    }
    if (batchInEpoch % PRINTED_BATCHES === 0 || batchInEpoch === perEpoch) {
      sums.thousandLoss = 0;
      sums.thousandBatches = 0;
    }
  }
}

/** Closes the epoch that has just ended with its results on held-out images, and starts the sums of the next. */
export function closeEpoch(run: Run, progress: Progress, judged: Judgement): void {
  const { sums } = progress;
  run.history.epochs.push({
    epoch: progress.batch / batchesPerEpoch(run.hyperparameters),
    loss: sums.epochLoss / sums.epochImages,
    seconds: sums.epochSeconds,
    ...judged,
  });
  sums.epochLoss = 0;
  sums.epochImages = 0;
  sums.epochSeconds = 0;
}
