import { afterEach, expect, test } from "vitest";
import { networkFromTopology } from "../../../src/lib/network/networkFromTopology.js";
import { networkTopology } from "../../../src/lib/network/networkTopology.js";
import * as tf from "../../../src/lib/network/tf.js";

afterEach(() => {
  tf.disposeVariables();
});

const create = () =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 2, kernelSize: 3 }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ filters: 3, kernelSize: 3 }),
      tf.layers.flatten({ name: "mi_Capa7" }),
      tf.layers.dense({ units: 10, name: "fc" }),
    ],
  });

test("is the same for the same network, however often it is made", () => {
  expect(networkTopology(create())).toBe(networkTopology(create()));
});

test("counts the layers without a name, and leaves the reader's names alone", async () => {
  const network = await networkFromTopology(networkTopology(create()));
  expect(network.layers.map(({ name }) => name)).toEqual([
    "conv2d_Conv2D1",
    "max_pooling2d_MaxPooling2D1",
    "conv2d_Conv2D2",
    "mi_Capa7",
    "fc",
  ]);
});
