import { expect, test } from "vitest";
import { TimeLeft } from "../../../src/training/loop/timeLeft.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";

const oneEpoch = { ...defaultHyperparameters, epochs: 1, trainImages: 60_000, batchSize: 20 };

test("the time left counts the evaluation before one has been measured", () => {
  const left = new TimeLeft(oneEpoch);
  expect(left.seconds(0)).toBeNaN();
  left.recordSteps(10, 0.03);
  // 3,000 steps of 3 ms, and 500 batches of test images whose way forward is a third of a step.
  expect(left.seconds(0)).toBeCloseTo(9 + 0.5);
});

test("once one has been measured, that is what it counts", () => {
  const left = new TimeLeft({ ...oneEpoch, epochs: 2 });
  left.recordSteps(10, 0.03);
  left.recordEvaluation(2);
  expect(left.seconds(3000)).toBeCloseTo(9 + 2);
});
