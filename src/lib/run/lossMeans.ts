// The means of the loss that the pages write and draw: of 1,000 batches, as the original prints them, or of
// each epoch where an epoch has fewer.
import type { LossPoint, RunHistory } from "./run.js";

/** The original prints the mean loss of every so many batches. */
export const PRINTED_BATCHES = 1000;

export interface LossMean extends LossPoint {
  /** From 1. */
  epoch: number;
  /** The last batch of the mean, counted within its epoch. */
  batchInEpoch: number;
}

/**
 * The mean losses of the stretches of batches done so far, in their order.
 * @param perEpoch batches of an epoch; left out: at least 1,000
 */
export function lossMeans(
  { thousands, epochs }: Pick<RunHistory, "thousands" | "epochs">,
  perEpoch = PRINTED_BATCHES,
): readonly LossMean[] {
  if (!isMeanOfEpoch(perEpoch)) return thousands;
  return epochs.map(({ epoch, loss }) => ({
    batch: epoch * perEpoch,
    epoch,
    batchInEpoch: perEpoch,
    loss,
  }));
}

/** Whether each mean is of a whole epoch, since it has fewer batches than the original prints at once. */
export function isMeanOfEpoch(perEpoch = PRINTED_BATCHES): boolean {
  return perEpoch < PRINTED_BATCHES;
}
