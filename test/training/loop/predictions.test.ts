import { expect, test } from "vitest";
import { evaluationOf } from "../../../src/training/loop/predictions.js";

test("evaluationOf takes the most probable class, the first of several, the mean loss and the accuracy", () => {
  const probabilities = [
    [0.1, 0.7, 0.2],
    [0.4, 0.2, 0.4],
    [0, 0, 1],
  ];
  const output = {
    logProbabilities: Float32Array.from(probabilities.flat(), Math.log),
    losses: Float32Array.of(1, 2, 6),
  };
  const { loss, predictions, confidences, accuracy } = evaluationOf(output, Uint8Array.of(1, 0, 1));
  expect(loss).toBe(3);
  expect(accuracy).toBe(2 / 3);
  expect([...predictions]).toEqual([1, 0, 2]);
  [0.7, 0.4, 1].forEach((confidence, n) => {
    expect(confidences[n]).toBeCloseTo(confidence, 6);
  });
});
