import { beforeAll, expect, test } from "vitest";
import { RandomStream } from "../../../src/lib/numbers/random.js";
import * as tf from "../../../src/lib/network/tf.js";
import { forwardTraining } from "../../../src/training/tfjs/forwardTraining.js";
import { spread, spreadDilatedFilters } from "../../../src/training/tfjs/spreadDilatedFilters.js";

beforeAll(async () => {
  await tf.setBackend("cpu");
});

test("spread puts zeros between the weights of a filter", () => {
  const filter = tf.tensor4d([1, 2, 3, 4, 5, 6], [2, 3, 1, 1]);
  const wide = spread(filter, [2, 3]);
  expect(wide.shape).toEqual([3, 7, 1, 1]);
  expect([...wide.dataSync()]).toEqual(
    [
      [1, 0, 0, 2, 0, 0, 3],
      [0, 0, 0, 0, 0, 0, 0],
      [4, 0, 0, 5, 0, 0, 6],
    ].flat(),
  );
});

const inputShape = [9, 8, 2];
const layers: [string, () => tf.layers.Layer][] = [
  [
    "convolution",
    () => tf.layers.conv2d({ inputShape, filters: 3, kernelSize: 3, dilationRate: 2 }),
  ],
  [
    "convolution with `same` padding, dilated otherwise across",
    () =>
      tf.layers.conv2d({
        ...{ inputShape, filters: 3, kernelSize: [2, 3], dilationRate: [3, 2] },
        padding: "same",
      }),
  ],
  [
    "depthwise convolution, which tf.layers does not dilate,",
    () => tf.layers.depthwiseConv2d({ inputShape, kernelSize: 3, dilationRate: 2 }),
  ],
  [
    "separable convolution",
    () => tf.layers.separableConv2d({ inputShape, filters: 3, kernelSize: 3, dilationRate: 2 }),
  ],
];

test.each(layers)("a dilated %s gives the same, and has the right gradient", (_, layer) => {
  const network = tf.sequential({ layers: [layer()] });
  const random = new RandomStream(2, "sample");
  const draw = (shape: number[]) =>
    tf.tensor(
      Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => random.uniform() - 0.5),
      shape,
    );
  network.setWeights(network.getWeights().map(({ shape }) => draw(shape)));
  const images = draw([2, ...inputShape]);
  const stock = network.predict(images) as tf.Tensor;
  spreadDilatedFilters(network);
  const own = network.predict(images) as tf.Tensor;
  expect(own.shape).toEqual(stock.shape);
  const gap = tf.max(tf.abs(tf.sub(own, stock))).dataSync()[0]!;
  expect(gap).toBeLessThan(1e-5);

  const towards = draw(own.shape);
  const loss = (): tf.Scalar =>
    tf.sum(tf.mul(forwardTraining(network, images, { seed: 1, batch: 0 }), towards));
  for (const weight of network.trainableWeights) {
    const variable = weight.read() as tf.Variable;
    const gradient = tf.variableGrads(loss, [variable]).grads[variable.name]!;
    const direction = draw(variable.shape);
    const expected = tf.sum(tf.mul(gradient, direction)).dataSync()[0]!;
    const at = (step: number) => {
      const start = variable.clone();
      variable.assign(tf.add(start, tf.mul(step, direction)));
      const value = loss().dataSync()[0]!;
      variable.assign(start);
      return value;
    };
    // The loss is linear in the weights of each kind, so that a long step is exact.
    expect((at(1) - at(-1)) / 2).toBeCloseTo(expected, 3);
  }
});
