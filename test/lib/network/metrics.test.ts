import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accuracy,
  classResults,
  confidentErrors,
  confusionMatrix,
  precisionOf,
  worstConfusions,
} from "../../../src/lib/network/metrics.js";

const labels = Uint8Array.of(0, 0, 0, 6, 6, 9);
const predictions = Uint8Array.of(0, 6, 6, 6, 0, 9);
const matrix = confusionMatrix(predictions, labels);

describe("metrics of six images", () => {
  test("accuracy is the part that is right", () => {
    expect(accuracy(predictions, labels)).toBe(0.5);
    expect(accuracy(new Uint8Array(), new Uint8Array())).toBeNaN();
    expect(() => accuracy(predictions, labels.subarray(1))).toThrow("6 predicciones y 5 etiquetas");
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

/** The predictions, labels and confidences of up to 60 images. */
const evaluated = fc
  .array(
    fc.record({
      prediction: fc.nat(9),
      label: fc.nat(9),
      confidence: fc.float({ min: Math.fround(0.1), max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((images) => ({
    predictions: Uint8Array.from(images, ({ prediction }) => prediction),
    labels: Uint8Array.from(images, ({ label }) => label),
    confidences: Float32Array.from(images, ({ confidence }) => confidence),
  }));

describe("metrics of any images", () => {
  test("the confusion matrix counts each image once, in the row of its label", () => {
    fc.assert(
      fc.property(evaluated, ({ predictions, labels }) => {
        const sums = confusionMatrix(predictions, labels).map((row) =>
          row.reduce((sum, count) => sum + count, 0),
        );
        expect(sums).toEqual(sums.map((_, k) => labels.filter((label) => label === k).length));
      }),
    );
  });

  test("accuracy is that of the classes, weighted by their images", () => {
    fc.assert(
      fc.property(evaluated, ({ predictions, labels }) => {
        const results = classResults(confusionMatrix(predictions, labels));
        const correct = results.reduce((sum, result) => sum + result.correct, 0);
        expect(accuracy(predictions, labels)).toBe(correct / labels.length);
      }),
    );
  });

  test("precision is the accuracy of a class with labels and predictions changed round", () => {
    fc.assert(
      fc.property(evaluated, fc.nat(9), ({ predictions, labels }, k) => {
        const turned = classResults(confusionMatrix(labels, predictions));
        expect(precisionOf(confusionMatrix(predictions, labels), k)).toBe(turned[k]!.accuracy);
      }),
    );
  });

  test("the confident errors are all the errors, in falling confidence", () => {
    fc.assert(
      fc.property(evaluated, ({ predictions, labels, confidences }) => {
        const errors = confidentErrors({ loss: 1, predictions, confidences }, labels);
        const part = 1 - accuracy(predictions, labels);
        expect(new Set(errors).size).toBe(Math.round(part * labels.length));
        for (const i of errors) expect(predictions[i]).not.toBe(labels[i]);
        errors.slice(1).forEach((i, k) => {
          expect(confidences[i]!).toBeLessThanOrEqual(confidences[errors[k]!]!);
        });
      }),
    );
  });

  test("the worst confusions are as many images as there are errors", () => {
    fc.assert(
      fc.property(evaluated, ({ predictions, labels }) => {
        const pairs = worstConfusions(confusionMatrix(predictions, labels), 100);
        const errors = labels.filter((label, i) => label !== predictions[i]).length;
        expect(pairs.reduce((sum, { count }) => sum + count, 0)).toBe(errors);
      }),
    );
  });
});
