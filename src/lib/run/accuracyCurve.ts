// The accuracy of a run on held-out images along its epochs, with the one that a run was stopped at in between.
import { heldOut, keptHeldOut } from "./heldOut/heldOut.js";
import { batchesPerEpoch, type Run } from "./run.js";

/** At each epoch's end, and where it was stopped in mid-epoch, which has decimals; values 0–1. */
export function accuracyCurve(run: Run): { epoch: number; value: number }[] {
  const { history, checkpoint, hyperparameters } = run;
  const points = history.epochs.flatMap((result) => {
    const judged = heldOut(result);
    return judged ? { epoch: result.epoch, value: judged.accuracy } : [];
  });
  const stoppedAt = checkpoint.batch / batchesPerEpoch(hyperparameters);
  const result = (run.evaluation ?? run.validation) && keptHeldOut(run);
  if (run.status !== "stopped" || !result || stoppedAt <= (points.at(-1)?.epoch ?? 0))
    return points;
  return [...points, { epoch: stoppedAt, value: result.accuracy }];
}
