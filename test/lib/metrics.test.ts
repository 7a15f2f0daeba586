import { describe, expect, test } from "vitest";
import {
  accuracy,
  classResults,
  confidentErrors,
  confusionMatrix,
  precisionOf,
  worstConfusions,
} from "../../src/lib/metrics.js";

const labels = Uint8Array.of(0, 0, 0, 6, 6, 9);
const predictions = Uint8Array.of(0, 6, 6, 6, 0, 9);
const matrix = confusionMatrix(predictions, labels);

describe("metrics of six images", () => {
  test("accuracy is the part that is right", () => {
    expect(accuracy(predictions, labels)).toBe(0.5);
    expect(accuracy(new Uint8Array(), new Uint8Array())).toBeNaN();
    expect(() => accuracy(predictions, labels.subarray(1))).toThrow("6 and 5");
  });

  test("the confusion matrix has a row for each true class", () => {
    expect(matrix).toHaveLength(10);
    expect(matrix[0]![0]).toBe(1);
    expect(matrix[0]![6]).toBe(2);
    expect(matrix[6]![0]).toBe(1);
    expect(matrix.flat().reduce((sum, count) => sum + count, 0)).toBe(6);
  });

  test("each class has its own accuracy, and none without images", () => {
    const results = classResults(matrix);
    expect(results[0]).toEqual({ classIndex: 0, correct: 1, total: 3, accuracy: 1 / 3 });
    expect(results[1]!.accuracy).toBeNaN();
  });

  test("precision looks at what was predicted", () => {
    expect(precisionOf(matrix, 6)).toBe(1 / 3);
    expect(precisionOf(matrix, 1)).toBeNaN();
  });

  test("the worst confusions come first", () => {
    expect(worstConfusions(matrix, 5)).toEqual([
      { label: 0, prediction: 6, count: 2 },
      { label: 6, prediction: 0, count: 1 },
    ]);
  });

  test("the most confident errors come first", () => {
    const confidences = Float32Array.of(0.99, 0.4, 0.8, 0.9, 0.6, 1);
    expect(confidentErrors({ loss: 1, predictions, confidences }, labels)).toEqual([2, 4, 1]);
  });
});
