import { expect, test } from "vitest";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { EpochResult, Run } from "../../../src/lib/run/run.js";
import { branchRun } from "../../../src/training/start/branchRun.js";
import { newRun } from "../../../src/training/worker/newRun.js";
import { rewindToCheckpoint } from "../../../src/training/loop/rewind.js";

/** A run of 100 batches an epoch, whose rate was changed before these batches. */
async function runWith(...changedAt: number[]): Promise<Run> {
  const run = await newRun({ ...defaultHyperparameters, trainImages: 2000 });
  run.history.rateChanges = changedAt.map((batch) => ({ batch, learningRate: 1 / (batch + 1) }));
  return run;
}

const changedAt = ({ history }: Run) => history.rateChanges?.map(({ batch }) => batch);

test("a run goes back to its checkpoint, without what came after it", async () => {
  const run = await runWith(149, 150, 151);
  run.checkpoint.batch = 150;
  run.history.curve = [100, 150, 200].map((batch) => ({ batch, loss: 1 }));
  run.history.thousands = [];
  run.history.epochs = [1, 2].map((epoch) => ({ epoch }) as EpochResult);
  rewindToCheckpoint(run);
  expect(run.history.curve.map(({ batch }) => batch)).toEqual([100, 150]);
  expect(run.history.epochs.map(({ epoch }) => epoch)).toEqual([1]);
  expect(changedAt(run)).toEqual([149, 150]); // the rate of the next batch is the reader's last
});

test("going back to an epoch keeps the changes of the rate made in it or before, and no other", async () => {
  const run = await runWith(0, 50, 99, 100, 150);
  const { weights, velocities, sums } = run.checkpoint;
  const back = (epoch: number) => branchRun(run, { epoch, weights, velocities, sums });
  expect(changedAt(back(1))).toEqual([0, 50, 99]);
  expect(changedAt(back(2))).toEqual([0, 50, 99, 100, 150]);
  expect(changedAt(run)).toEqual([0, 50, 99, 100, 150]);
});
