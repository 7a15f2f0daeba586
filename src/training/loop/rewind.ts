// Takes a run back to its checkpoint: what was recorded after it will be computed again.
import { batchesPerEpoch, type Run } from "../../lib/run/run.js";

/** Mutates the run's history. */
export function rewindToCheckpoint(run: Run): void {
  const { history, checkpoint, hyperparameters } = run;
  const done = ({ batch }: { batch: number }) => batch <= checkpoint.batch;
  const epochs = Math.floor(checkpoint.batch / batchesPerEpoch(hyperparameters));
  history.curve = history.curve.filter(done);
  history.thousands = history.thousands.filter(done);
  if (history.rateChanges) history.rateChanges = history.rateChanges.filter(done);
  history.epochs = history.epochs.slice(0, epochs);
}
