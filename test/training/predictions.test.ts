import { expect, test } from "vitest";
import { evaluationOf } from "../../src/training/predictions.js";

test("evaluationOf takes the most probable class, the first of several, and the mean loss", () => {
  const probabilities = [
    [0.1, 0.7, 0.2],
    [0.4, 0.2, 0.4],
    [0, 0, 1],
  ];
  const { loss, predictions, confidences } = evaluationOf({
    logProbabilities: Float32Array.from(probabilities.flat(), Math.log),
    losses: Float32Array.of(1, 2, 6),
  });
  expect(loss).toBe(3);
  expect([...predictions]).toEqual([1, 0, 2]);
  [0.7, 0.4, 1].forEach((confidence, n) => {
    expect(confidences[n]).toBeCloseTo(confidence, 6);
  });
});
