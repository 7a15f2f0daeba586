// The accuracy of a run on the test images along its epochs, with the one that a run was stopped at in between.
import { batchesPerEpoch, type Run } from "./run.js";
import { testResult } from "./testResult.js";

/** At each epoch's end, and where it was stopped in mid-epoch, which has decimals; values 0–1. */
export function accuracyCurve(run: Run): { epoch: number; value: number }[] {
  const { history, checkpoint, hyperparameters } = run;
  const points = history.epochs.map(({ epoch, testAccuracy }) => ({ epoch, value: testAccuracy }));
  const stoppedAt = checkpoint.batch / batchesPerEpoch(hyperparameters);
  const result = run.evaluation && testResult(run);
  if (run.status !== "stopped" || !result || stoppedAt <= (points.at(-1)?.epoch ?? 0))
    return points;
  return [...points, { epoch: stoppedAt, value: result.testAccuracy }];
}
