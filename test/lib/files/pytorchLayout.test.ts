import { describe, expect, test } from "vitest";
import { createNetwork } from "../../../src/lib/network/network.js";
import { readWeights } from "../../../src/lib/network/namedWeights.js";
import { flattenedShapes } from "../../../src/lib/network/networkFromTopology.js";
import * as tf from "../../../src/lib/network/tf.js";
import { fromPyTorch, toPyTorch } from "../../../src/lib/files/pytorchLayout.js";

const network = createNetwork({ seed: 9 });
const weights = await readWeights(network);
const flattened = flattenedShapes(network);
const tensors = toPyTorch(weights, flattened);

describe("toPyTorch", () => {
  test("gives the original's state_dict: names and shapes", () => {
    expect(Object.entries(tensors).map(([name, { shape }]) => [name, shape])).toEqual([
      ["conv1.weight", [10, 1, 3, 3]],
      ["conv1.bias", [10]],
      ["conv2.weight", [20, 10, 3, 3]],
      ["conv2.bias", [20]],
      ["fc1.weight", [50, 500]],
      ["fc1.bias", [50]],
      ["fc2.weight", [10, 50]],
      ["fc2.bias", [10]],
    ]);
  });

  test("puts each weight where PyTorch looks for it", () => {
    const [, , conv2, , fc1] = weights;
    // conv2.weight[k=7][c=4][y=1][x=2] is conv2/kernel[1][2][4][7]
    expect(tensors["conv2.weight"]!.values[((7 * 10 + 4) * 3 + 1) * 3 + 2]).toBe(
      conv2!.values[((1 * 3 + 2) * 10 + 4) * 20 + 7],
    );
    // fc1.weight[unit=33][c=11][y=3][x=2] is fc1/kernel[(3·5 + 2)·20 + 11][33]
    expect(tensors["fc1.weight"]!.values[33 * 500 + (11 * 5 + 3) * 5 + 2]).toBe(
      fc1!.values[((3 * 5 + 2) * 20 + 11) * 50 + 33],
    );
  });
});

describe("batch normalization, behind a map and behind flatten", () => {
  const { batchNormalization, conv2d, dense, flatten } = tf.layers;
  const inputShape = [2, 3, 1];
  const model = tf.sequential({
    layers: [
      conv2d({ name: "bloque/conv", inputShape, filters: 4, kernelSize: 1 }),
      batchNormalization({ name: "norm1" }),
      flatten(),
      batchNormalization({ name: "norm2" }),
      dense({ name: "bloque/fc", units: 2 }),
    ],
  });
  const numbered = async () =>
    (await readWeights(model)).map(({ name, shape, values }) => ({
      name,
      shape,
      values: values.map((_, i) => i),
    }));

  test("has PyTorch's names", async () => {
    const names = Object.keys(toPyTorch(await numbered(), flattenedShapes(model)));
    const ofNormalization = (layer: string) =>
      ["weight", "bias", "running_mean", "running_var"].map((name) => `${layer}.${name}`);
    expect(names.sort()).toEqual(
      [
        "bloque/conv.weight",
        "bloque/conv.bias",
        "bloque/fc.weight",
        "bloque/fc.bias",
        ...ofNormalization("norm1"),
        ...ofNormalization("norm2"),
      ].sort(),
    );
  });

  test("has PyTorch's order, the same as the dense layer behind it, and a way back", async () => {
    const own = await numbered();
    const shapes = flattenedShapes(model);
    const file = toPyTorch(own, shapes);
    // [y=0][x=1][c=2] of [2,3,4] is [c=2][y=0][x=1] of [4,2,3].
    const [from, to] = [(0 * 3 + 1) * 4 + 2, (2 * 2 + 0) * 3 + 1];
    for (const name of ["weight", "bias", "running_mean", "running_var"]) {
      expect(file[`norm2.${name}`]!.values[to]).toBe(from);
      expect(Array.from(file[`norm1.${name}`]!.values)).toEqual([0, 1, 2, 3]);
    }
    expect(file["bloque/fc.weight"]!.values[24 + to]).toBe(from * 2 + 1);
    expect(fromPyTorch(file, own, shapes)).toEqual(own);
  });
});

describe("fromPyTorch", () => {
  test("is the way back, exactly", () => {
    expect(fromPyTorch(tensors, weights, flattened)).toEqual(weights);
  });

  test("names what is missing, unknown, of another shape, or no number", () => {
    const { "fc2.bias": bias, ...rest } = tensors;
    const read = (changed: typeof tensors) => () => fromPyTorch(changed, weights, flattened);
    expect(read(rest)).toThrow("le faltan los pesos «fc2.bias» [10]");
    expect(read({ ...tensors, "conv3.bias": bias! })).toThrow("no conoce: conv3.bias");
    expect(read({ ...rest, "fc2.bias": { shape: [16], values: new Float32Array(16) } })).toThrow(
      "«fc2.bias» deberían tener la forma [10] y tienen [16]",
    );
    expect(
      read({ ...rest, "fc2.bias": { shape: [10], values: new Float32Array(10).fill(NaN) } }),
    ).toThrow("no son números");
  });
});

describe("convolutions that look at each channel alone", () => {
  const model = tf.sequential({
    layers: [
      tf.layers.depthwiseConv2d({
        name: "sola",
        inputShape: [6, 6, 3],
        kernelSize: 2,
        depthMultiplier: 2,
      }),
      tf.layers.separableConv2d({ name: "doble", filters: 4, kernelSize: [3, 2] }),
    ],
  });

  test("have the names, the shapes and the order of PyTorch's grouped ones, and a way back", async () => {
    const own = (await readWeights(model)).map(({ name, shape, values }) => ({
      name,
      shape,
      values: values.map((_, i) => i),
    }));
    const shapes = flattenedShapes(model);
    const file = toPyTorch(own, shapes);
    expect(Object.entries(file).map(([name, { shape }]) => [name, shape])).toEqual([
      ["sola.weight", [6, 1, 2, 2]],
      ["sola.bias", [6]],
      ["doble.depthwise.weight", [6, 1, 3, 2]],
      ["doble.pointwise.weight", [4, 6, 1, 1]],
      ["doble.pointwise.bias", [4]],
    ]);
    // sola.weight[c·2 + m = 2·2 + 1][0][y=1][x=0] is sola/depthwise_kernel[1][0][2][1]
    expect(file["sola.weight"]!.values[(5 * 2 + 1) * 2 + 0]).toBe(((1 * 2 + 0) * 3 + 2) * 2 + 1);
    expect(fromPyTorch(file, own, shapes)).toEqual(own);
  });
});
