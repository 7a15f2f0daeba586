import { beforeAll, describe, expect, test } from "vitest";
import { nllLoss } from "../../../src/lib/network/loss.js";
import { createNetwork } from "../../../src/lib/network/network.js";
import { RandomStream } from "../../../src/lib/numbers/random.js";
import * as tf from "../../../src/lib/network/tf.js";
import { dropoutMask } from "../../../src/training/batches/batches.js";
import { forwardTraining } from "../../../src/training/tfjs/forwardTraining.js";

const RATE = 0.4;
const random = new RandomStream(1, "sample");
let images: tf.Tensor;

beforeAll(() => {
  images = tf.tensor(
    Float32Array.from({ length: 4 * 784 }, () => random.uniform()),
    [4, 28, 28, 1],
  );
});

describe("dropoutMask", () => {
  test("silences the asked part, and raises the rest so that the mean stays one", () => {
    const mask = dropoutMask(100_000, RATE, { seed: 1, batch: 0, layer: 6 });
    const off = mask.filter((value) => value === 0).length / mask.length;
    expect(off).toBeCloseTo(RATE, 2);
    expect(new Set(mask)).toEqual(new Set([0, Math.fround(1 / (1 - RATE))]));
  });

  test("differs from batch to batch and from layer to layer", () => {
    const mask = (batch: number, layer: number) =>
      Array.from(dropoutMask(50, RATE, { seed: 1, batch, layer }));
    expect(mask(0, 6)).toEqual(mask(0, 6));
    expect(mask(0, 6)).not.toEqual(mask(1, 6));
    expect(mask(0, 6)).not.toEqual(mask(0, 5));
  });
});

describe("forwardTraining", () => {
  test("without dropout is the network's own prediction", () => {
    const network = createNetwork({ dropoutRate: 0 });
    const trained = forwardTraining(network, images, { seed: 1, batch: 0 }).dataSync();
    const predicted = (network.predict(images) as tf.Tensor).dataSync();
    trained.forEach((value, i) => {
      expect(value).toBeCloseTo(predicted[i]!, 5);
    });
  });

  test("with dropout repeats itself for the same batch, and differs for another", () => {
    const network = createNetwork({ dropoutRate: RATE });
    const output = (batch: number) =>
      Array.from(forwardTraining(network, images, { seed: 1, batch }).dataSync());
    expect(output(0)).toEqual(output(0));
    expect(output(0)).not.toEqual(output(1));
  });

  test("draws once for all the positions of a channel if dropout's noiseShape says so", () => {
    const noiseShape = [null!, 1, 1, 3];
    const network = tf.sequential({
      layers: [tf.layers.dropout({ inputShape: [5, 4, 3], rate: 0.5, noiseShape })],
    });
    const ones = tf.ones([6, 5, 4, 3]);
    const output = forwardTraining(network, ones, { seed: 1, batch: 0 });
    const [least, most] = [tf.min(output, [1, 2]), tf.max(output, [1, 2])].map((values) =>
      Array.from(values.dataSync()),
    );
    expect(least).toEqual(most);
    expect(new Set(most)).toEqual(new Set([0, 2]));
  });
});

test("the loss's gradient in every weight is that of finite differences", () => {
  const network = createNetwork({ dropoutRate: RATE, seed: 2 });
  const labels = tf.tensor1d([0, 3, 9, 5], "int32");
  const loss = () => nllLoss(forwardTraining(network, images, { seed: 1, batch: 0 }), labels);
  const variables = network.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const { grads } = tf.variableGrads(loss, variables);
  for (const variable of variables) {
    const gradient = grads[variable.name]!.dataSync();
    const strongest = gradient.indexOf(Math.max(...gradient));
    const values = variable.dataSync().slice() as Float32Array;
    const at = (change: number) => {
      const moved = values.slice();
      moved[strongest]! += change;
      variable.assign(tf.tensor(moved, variable.shape));
      return loss().dataSync()[0]!;
    };
    const step = 1e-3;
    const numeric = (at(step) - at(-step)) / (2 * step);
    variable.assign(tf.tensor(values, variable.shape));
    // ReLU and max have kinks: a step across one costs a few per cent.
    expect(Math.abs(numeric / gradient[strongest]! - 1)).toBeLessThan(0.05);
  }
});
