import { expect, test } from "vitest";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { Run } from "../../../src/lib/run/run.js";
import { changeRate } from "../../../src/training/loop/changeRate.js";
import { learningRateAt } from "../../../src/training/loop/optimizerSettings.js";

const runWith = (rateChanges?: { batch: number; learningRate: number }[]) =>
  ({ hyperparameters: defaultHyperparameters, history: { rateChanges } }) as unknown as Run;

test("a change is kept with its batch; the same rate again is none", () => {
  const run = runWith();
  changeRate(run, 10, 0.001);
  expect(run.history.rateChanges).toBeUndefined();
  changeRate(run, 10, 0.01);
  changeRate(run, 20, 0.01);
  expect(run.history.rateChanges).toEqual([{ batch: 10, learningRate: 0.01 }]);
});

test("of two changes at one batch the last counts, and the way back leaves none", () => {
  const run = runWith([{ batch: 10, learningRate: 0.01 }]);
  changeRate(run, 10, 0.1);
  expect(run.history.rateChanges).toEqual([{ batch: 10, learningRate: 0.1 }]);
  changeRate(run, 10, 0.001);
  expect(run.history.rateChanges).toEqual([]);
});

test("the rate of a step is that of the latest change, and a schedule goes on from it", () => {
  const changes = [
    { batch: 10, learningRate: 0.01 },
    { batch: 20, learningRate: 0.1 },
  ];
  const at = (batch: number) => learningRateAt(defaultHyperparameters, batch, changes);
  expect([0, 9, 10, 19, 20, 99].map(at)).toEqual([0.001, 0.001, 0.01, 0.01, 0.1, 0.1]);
  const cosine = { ...defaultHyperparameters, schedule: "cosine" as const };
  const [plain, changed] = [
    learningRateAt(cosine, 45_000),
    learningRateAt(cosine, 45_000, changes),
  ];
  expect(changed / plain).toBeCloseTo(100, 8);
});
