// The ranges of PyTorch's initial weights, 1/√(inputs of one unit), where a layer has more than one kernel.
import { expect, test } from "vitest";
import { initializeLikePyTorch } from "../../../src/lib/network/network.js";
import * as tf from "../../../src/lib/network/tf.js";

test("the steps of a separable convolution are drawn by their own numbers of inputs", async () => {
  const inputShape = [9, 9, 64];
  const network = tf.sequential({
    layers: [
      tf.layers.separableConv2d({ inputShape, filters: 100, kernelSize: [3, 4] }),
      tf.layers.depthwiseConv2d({ kernelSize: [2, 3] }),
    ],
  });
  initializeLikePyTorch(network, 1);
  const most = await Promise.all(
    network.getWeights().map(async (weight) => Math.max(...(await tf.abs(weight).data()))),
  );
  network.dispose();
  const bounds = [1 / Math.sqrt(12), 1 / 8, 1 / 8, 1 / Math.sqrt(6), 1 / Math.sqrt(6)];
  most.forEach((value, i) => {
    expect(value).toBeLessThanOrEqual(bounds[i]!);
    expect(value).toBeGreaterThan(0.9 * bounds[i]!);
  });
});
