import { describe, expect, test } from "vitest";
import { layerGeometry } from "../../../../src/lib/network/instruments/layerGeometry.js";
import { filterBank, mapOfFilter } from "../../../../src/lib/network/instruments/filterBank.js";
import { readWeights } from "../../../../src/lib/network/namedWeights.js";
import * as tf from "../../../../src/lib/network/tf.js";
import { networkJson } from "../../../../src/lib/network/networkJson.js";

/** The bank and the geometry of a network's last layer, and what the network gives for some images. */
async function bankOf(layer: tf.layers.Layer) {
  const network = tf.sequential({ layers: [layer] });
  const images = tf.randomUniform<tf.Rank.R4>([3, 6, 5, 2], -1, 1, "float32", 1);
  const output = (network.predict(images) as tf.Tensor).dataSync();
  const weights = await readWeights(network);
  const geometry = layerGeometry(networkJson(network)).at(-1)!;
  network.dispose();
  return { bank: filterBank(weights, geometry)!, images, output, geometry };
}

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(found).toHaveLength(expected.length);
  for (let i = 0; i < found.length; i++) expect(found[i]).toBeCloseTo(expected[i]!, 5);
}

const inputShape = [6, 5, 2];

describe("the filters of a convolution that looks at each channel alone", () => {
  test.each([1, 3])("say at which, with so many a channel: %i", async (depthMultiplier) => {
    const layer = tf.layers.depthwiseConv2d({ inputShape, kernelSize: [3, 2], depthMultiplier });
    const { bank, images, output, geometry } = await bankOf(layer);
    expect(geometry.output).toEqual([4, 4, 2 * depthMultiplier]);
    expect(bank.shape).toEqual([3, 2, 1, 2 * depthMultiplier]);
    const filters = Array.from({ length: 2 * depthMultiplier }, (_, k) => k);
    const maps = filters.map((k) => {
      const channel = tf.slice(images, [0, 0, 0, mapOfFilter(bank, k)!], [-1, -1, -1, 1]);
      const kernel = tf.slice(
        tf.tensor4d(bank.values, [...bank.shape]),
        [0, 0, 0, k],
        [-1, -1, -1, 1],
      );
      return tf.conv2d(channel, kernel, 1, "valid");
    });
    expectClose(tf.concat(maps, 3).dataSync(), output);
  });
});

test("the filters of a separable convolution are what its two steps come to", async () => {
  const layer = tf.layers.separableConv2d({
    inputShape,
    filters: 4,
    kernelSize: 3,
    depthMultiplier: 2,
  });
  const { bank, images, output } = await bankOf(layer);
  expect(bank.shape).toEqual([3, 3, 2, 4]);
  const kernel = tf.tensor4d(bank.values, [...bank.shape]);
  expectClose(tf.conv2d(images, kernel, 1, "valid").dataSync(), output);
});
