import { expect, test } from "vitest";
import { defaultHyperparameters } from "../../src/lib/hyperparameters.js";
import type { EpochResult } from "../../src/lib/run.js";
import { newRun } from "../../src/training/newRun.js";
import { rewindToCheckpoint } from "../../src/training/rewind.js";

test("a run goes back to its checkpoint, without what came after it", async () => {
  const run = await newRun({ ...defaultHyperparameters, trainImages: 2000 }); // 100 batches an epoch
  run.checkpoint.batch = 150;
  run.history.curve = [100, 150, 200].map((batch) => ({ batch, loss: 1 }));
  run.history.thousands = [];
  run.history.epochs = [1, 2].map((epoch) => ({ epoch }) as EpochResult);
  rewindToCheckpoint(run);
  expect(run.history.curve.map(({ batch }) => batch)).toEqual([100, 150]);
  expect(run.history.epochs.map(({ epoch }) => epoch)).toEqual([1]);
});
