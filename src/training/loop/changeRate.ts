// Writes down that the reader has changed the learning rate in mid-run: the run's history is what every
// trainer, and a later visit, reads it from.
import type { Run } from "../../lib/run/run.js";

/** Mutates the run's history. @param batch batches done: the next one has the new rate */
export function changeRate(run: Run, batch: number, learningRate: number): void {
  const { history, hyperparameters } = run;
  const before = (history.rateChanges ?? []).filter((change) => change.batch < batch);
  const present = before.at(-1)?.learningRate ?? hyperparameters.learningRate;
  if (learningRate !== present) before.push({ batch, learningRate });
  if (before.length > 0 || history.rateChanges) history.rateChanges = before;
}
