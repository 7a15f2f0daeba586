import { expect, test } from "vitest";
import { trainingStatus } from "../../../src/components/training/panel/trainingStatus.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { newRun } from "../../../src/training/worker/newRun.js";

test("of a run that diverges it is the present rate that was too high", async () => {
  const run = await newRun({ ...defaultHyperparameters, learningRate: 0.01 });
  expect(trainingStatus.diverged(run)).toContain("menor que 0,01,");
  run.history.rateChanges = [{ batch: 0, learningRate: 10 }];
  expect(trainingStatus.diverged(run)).toContain("menor que 10,");
});
