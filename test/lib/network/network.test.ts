import { afterEach, describe, expect, test } from "vitest";
import { createNetwork } from "../../../src/lib/network/network.js";
import * as tf from "../../../src/lib/network/tf.js";

afterEach(() => {
  tf.disposeVariables();
});

describe("createNetwork", () => {
  test("has the original's layers and its 27,480 parameters", () => {
    const network = createNetwork();
    expect(network.countParams()).toBe(100 + 1820 + 25050 + 510);
    expect(network.layers.map(({ outputShape }) => (outputShape as number[]).slice(1))).toEqual([
      [26, 26, 10],
      [13, 13, 10],
      [11, 11, 20],
      [5, 5, 20],
      [500],
      [50],
      [50],
      [10],
      [10],
    ]);
  });

  test("gives log-probabilities", () => {
    const output = createNetwork().predict(tf.randomUniform([3, 28, 28, 1])) as tf.Tensor;
    const sums = tf.sum(tf.exp(output), 1).dataSync();
    for (const sum of sums) expect(sum).toBeCloseTo(1, 5);
  });

  test("starts uniform in ±1/√fanIn, kernels and biases, as PyTorch does", () => {
    const network = createNetwork({ seed: 3 });
    for (const [name, fanIn] of Object.entries({ conv1: 9, conv2: 90, fc1: 500, fc2: 50 })) {
      const bound = 1 / Math.sqrt(fanIn);
      const [kernel, bias] = network.getLayer(name).getWeights();
      const values = [...kernel!.dataSync(), ...bias!.dataSync()];
      expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(bound);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance =
        values.reduce((sum, value) => sum + value ** 2, 0) / values.length - mean ** 2;
      const tolerance = 5 / Math.sqrt(values.length); // five standard errors, or nearly
      expect(Math.abs(mean) / bound).toBeLessThan(tolerance);
      expect(Math.abs((3 * variance) / bound ** 2 - 1)).toBeLessThan(tolerance);
    }
  });

  test("has the same weights for the same seed, and others for another", () => {
    const weights = (seed: number) =>
      Array.from(createNetwork({ seed }).getWeights()[2]!.dataSync());
    expect(weights(5)).toEqual(weights(5));
    expect(weights(5)).not.toEqual(weights(6));
  });
});
