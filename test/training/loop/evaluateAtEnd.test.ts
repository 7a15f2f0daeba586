import { expect, test } from "vitest";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { nodeTrainer } from "../../../scripts/training/nodeTrainer.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { epochState } from "../../../src/lib/run/runRecord.js";
import { TrainingControl } from "../../../src/training/loop/control.js";
import { trainRun } from "../../../src/training/loop/trainRun.js";
import { branchRun } from "../../../src/training/start/branchRun.js";
import { newRun } from "../../../src/training/worker/newRun.js";

test("a run that begins at the end of its last epoch is evaluated all the same", async () => {
  const { train, test: all } = await readDataset();
  const test = { images: all.images.subarray(0, 78_400), labels: all.labels.subarray(0, 100) };
  const context = {
    dataset: { train, test: { ...test, count: 100 } },
    createTrainer: nodeTrainer("wasm"),
    control: new TrainingControl(),
  };
  const run = await newRun({ ...defaultHyperparameters, epochs: 1, trainImages: 200 });
  await trainRun(run, context);
  const branch = branchRun(run, epochState(run)!);
  expect(branch.evaluation).toBeUndefined(); // its weights are of an epoch that may be another
  await trainRun(branch, context);
  expect(branch.status).toBe("finished");
  expect(branch.evaluation).toEqual(run.evaluation);
});
