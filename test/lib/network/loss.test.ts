import { expect, test } from "vitest";
import { crossEntropy, nllLoss } from "../../../src/lib/network/loss.js";
import * as tf from "../../../src/lib/network/tf.js";

const LABELS = [2, 0];

test("nllLoss is the mean of −log p of the labels, for any number of classes", () => {
  const logProbabilities = tf.log(tf.tensor2d([0.1, 0.2, 0.7, 0.5, 0.25, 0.25], [2, 3]));
  const expected = -(Math.log(0.7) + Math.log(0.5)) / 2;
  const loss = nllLoss(logProbabilities, tf.tensor1d(LABELS, "int32"));
  expect(loss.dataSync()[0]).toBeCloseTo(expected, 6);
});

test("crossEntropy is the same of logits, which may be shifted and large", () => {
  const labels = tf.tensor1d(LABELS, "int32");
  const logits = tf.tensor2d([1, 2, 3, -1, 0, 4], [2, 3]);
  const rows = [
    [1, 2, 3],
    [-1, 0, 4],
  ];
  const expected =
    rows.reduce((sum, row, n) => {
      const total = row.reduce((all, logit) => all + Math.exp(logit), 0);
      return sum - Math.log(Math.exp(row[LABELS[n]!]!) / total);
    }, 0) / 2;
  expect(crossEntropy(logits, labels).dataSync()[0]).toBeCloseTo(expected, 5);
  expect(crossEntropy(tf.add(logits, 1000), labels).dataSync()[0]).toBeCloseTo(expected, 4);
});
