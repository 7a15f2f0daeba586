import { describe, expect, test } from "vitest";
import { layerList } from "../../bench/layerList.js";
import { originalNetwork, otherNetworks } from "../../bench/networks.js";
import { planNetwork } from "../../src/engine/plan/planNetwork.js";
import * as tf from "../../src/lib/network/tf.js";
import { parseTopology } from "../../src/lib/network/topology.js";

const layersOf = (...layers: tf.layers.Layer[]) =>
  layerList(JSON.stringify(tf.sequential({ layers }).toJSON(null, false)));
const inputShape = [28, 28, 1];

describe("layerList", () => {
  test("lists the original's layers, activations on their own", () => {
    const kinds = layerList(originalNetwork(0.4).topology).map(({ kind, name }) => [name, kind]);
    expect(kinds).toEqual([
      ["conv1", "convolution"],
      ["conv1-relu", "relu"],
      ["pool1", "maxPooling"],
      ["conv2", "convolution"],
      ["conv2-relu", "relu"],
      ["pool2", "maxPooling"],
      ["flatten", "flatten"],
      ["fc1", "dense"],
      ["fc1-relu", "relu"],
      ["drop", "dropout"],
      ["fc2", "dense"],
      ["logSoftmax-output", "logSoftmax"],
    ]);
  });

  test("keeps what the layers are set to", () => {
    const list = layersOf(
      tf.layers.conv2d({ name: "c", inputShape, filters: 4, kernelSize: 3, strides: 2 }),
      tf.layers.batchNormalization({ name: "b", epsilon: 0.002, momentum: 0.9 }),
      tf.layers.maxPooling2d({ name: "p", poolSize: 3, strides: 1 }),
      tf.layers.dropout({ name: "d", rate: 0.25 }),
    );
    expect(list).toEqual([
      { kind: "convolution", name: "c", step: 2, isPadded: false },
      { kind: "batchNormalization", name: "b", epsilon: 0.002, momentum: 0.9 },
      { kind: "maxPooling", name: "p", size: 3, step: 1 },
      { kind: "dropout", name: "d", rate: 0.25 },
    ]);
  });

  test("tells padding, and lists means of whole maps", () => {
    const list = layersOf(
      tf.layers.conv2d({ name: "c", inputShape, filters: 4, kernelSize: 3, padding: "same" }),
      tf.layers.globalAveragePooling2d({ name: "g" }),
    );
    expect(list).toEqual([
      { kind: "convolution", name: "c", step: 1, isPadded: true },
      { kind: "globalMean", name: "g" },
    ]);
  });

  test("tells what each layer reads where there are branches", () => {
    const image = tf.input({ shape: inputShape, name: "image" });
    const c = tf.layers.conv2d({ name: "c", filters: 1, kernelSize: 1, activation: "relu" });
    const map = c.apply(image) as tf.SymbolicTensor;
    const sum = tf.layers.add({ name: "s" }).apply([map, image]) as tf.SymbolicTensor;
    const outputs = tf.layers.add({ name: "t" }).apply([sum, map]) as tf.SymbolicTensor;
    const model = tf.model({ inputs: image, outputs });
    const list = layerList(JSON.stringify(model.toJSON(null, false)));
    expect(list.map(({ name, ...layer }) => [name, "reads" in layer && layer.reads])).toEqual([
      ["c", ["image"]],
      ["c-relu", ["c"]],
      ["s", ["c-relu", "image"]],
      ["t", ["s", "c-relu"]],
    ]);
  });

  test("refuses what not all contestants compute alike", () => {
    const conv2d = (options: object) =>
      tf.layers.conv2d({ name: "c", inputShape, filters: 4, kernelSize: 3, ...options });
    const pooling = tf.layers.maxPooling2d({ name: "p", inputShape, poolSize: 2, padding: "same" });
    expect(() => layersOf(pooling)).toThrow("p: no padding expected");
    expect(() => layersOf(conv2d({ activation: "elu" }))).toThrow("elu found");
    expect(() => layersOf(conv2d({ strides: [1, 2] }))).toThrow("1×2 found");
    expect(() => layersOf(tf.layers.gaussianNoise({ inputShape, stddev: 1 }))).toThrow(
      "GaussianNoise found",
    );
  });
});

test("every network of the bench is one that the engine computes", () => {
  for (const { topology } of [originalNetwork(0.4), ...otherNetworks(0.4)]) {
    expect(planNetwork(parseTopology(topology)).output).toMatchObject({
      height: 1,
      width: 1,
      channels: 10,
    });
    expect(layerList(topology).at(-1)!.kind).toBe("logSoftmax");
  }
});
