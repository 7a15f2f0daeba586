import { expect, test } from "vitest";
import { slopeOf } from "../../../../src/lib/network/byHand/slopeOf.js";
import * as tf from "../../../../src/lib/network/tf.js";

test("it is the gradient of TensorFlow.js, and leaves the weight and the memory as they were", () => {
  const weight = tf.variable(tf.tensor2d([0.1, -0.7, 1.3, 0.4], [2, 2]));
  const loss = () => tf.sum<tf.Scalar>(tf.exp(weight));
  const { value, grads } = tf.variableGrads(loss, [weight]);
  const gradient = [...grads[weight.name]!.dataSync()];
  tf.dispose([value, grads]);
  const before = weight.dataSync().slice();
  const tensors = tf.memory().numTensors;
  for (const [index, expected] of gradient.entries()) {
    expect(slopeOf(weight, index, { step: 0.01, loss })).toBeCloseTo(expected, 3);
  }
  expect(weight.dataSync()).toEqual(before);
  expect(tf.memory().numTensors).toBe(tensors);
  weight.dispose();
});

test("a step that float32 takes away altogether gives no number", () => {
  const weight = tf.variable(tf.tensor1d([1]));
  const loss = () => tf.sum<tf.Scalar>(weight);
  expect(slopeOf(weight, 0, { step: 1e-9, loss })).toBeNaN();
  weight.dispose();
});
