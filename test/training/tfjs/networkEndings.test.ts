import { beforeAll, describe, expect, test } from "vitest";
import { inputShape, trainBoth } from "./bothTrainers.js";
import {
  firstImages,
  largestGap,
  logSoftmax,
  relativeDifference,
  requestFor,
} from "../networks.js";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import * as tf from "../../../src/lib/network/tf.js";

let train: ImageSet;
beforeAll(async () => {
  train = await firstImages(40);
});

describe("whatever the network ends in", () => {
  const { dense, flatten, activation, softmax, conv2d } = tf.layers;
  const outputs: Record<string, () => tf.layers.Layer[]> = {
    "log-softmax, its own layer": () => [
      flatten({ inputShape }),
      dense({ units: 10 }),
      activation({ activation: logSoftmax }),
    ],
    "log-softmax, of a dense layer": () => [
      flatten({ inputShape }),
      dense({ units: 10, activation: logSoftmax }),
    ],
    "softmax, its own layer": () => [flatten({ inputShape }), dense({ units: 10 }), softmax({})],
    "softmax, of a dense layer": () => [
      flatten({ inputShape }),
      dense({ units: 10, activation: "softmax" }),
    ],
    "softmax, before layers that change no number": () => [
      conv2d({ inputShape, filters: 10, kernelSize: 28, activation: "softmax" }),
      flatten(),
      activation({ activation: "linear" }),
    ],
    logits: () => [flatten({ inputShape }), dense({ units: 10 })],
    "logits behind a ReLU": () => [
      flatten({ inputShape }),
      dense({ units: 10, activation: "relu" }),
    ],
    "softmax behind a ReLU": () => [
      flatten({ inputShape }),
      dense({ units: 10, activation: "relu" }),
      softmax({}),
    ],
    "logits of more classes than there are": () => [flatten({ inputShape }), dense({ units: 13 })],
  };

  test.each(Object.entries(outputs))("%s: the loss is −log p", async (_, layers) => {
    const request = await requestFor(layers(), { train, learningRate: 0.05 });
    const [engine, tfjs] = await trainBoth(request, 1);
    const [found, expected] = [await engine.readState(), await tfjs.readState()];
    expect(relativeDifference(found.weights, expected.weights)).toBeLessThan(1e-4);

    const [mine, theirs] = [await engine.predict(train), await tfjs.predict(train)];
    const classes = mine.logProbabilities.length / train.count;
    expect(largestGap(mine.logProbabilities, theirs.logProbabilities)).toBeLessThan(5e-5);
    for (const { logProbabilities, losses } of [mine, theirs]) {
      for (let n = 0; n < train.count; n++) {
        const row = logProbabilities.subarray(n * classes, (n + 1) * classes);
        expect(losses[n]).toBe(-row[train.labels[n]!]!);
        expect(row.reduce((sum, value) => sum + Math.exp(value), 0)).toBeCloseTo(1, 5);
      }
    }
    const [seen, judged] = [await engine.evaluate(train), await tfjs.evaluate(train)];
    expect(seen.loss).toBeCloseTo(judged.loss, 5);
    expect(seen.predictions).toEqual(judged.predictions);
    expect(largestGap(seen.confidences, judged.confidences)).toBeLessThan(5e-5);
    expect(Math.max(...judged.confidences)).toBeLessThanOrEqual(1);
  });

  test("softmax that is sure beyond float32 loses nothing, and learns on", async () => {
    const request = await requestFor(outputs["softmax, of a dense layer"]!(), { train });
    for (const { values } of request.state.weights) {
      values.forEach((value, i) => {
        values[i] = 500 * value;
      });
    }
    const [engine, tfjs] = await trainBoth(request, 1);
    const { losses } = await tfjs.predict(train);
    expect(Math.max(...losses)).toBeGreaterThan(104); // e⁻¹⁰⁴ is zero in float32
    const mine = (await engine.predict(train)).losses;
    losses.forEach((loss, n) => {
      expect(Math.abs(loss - mine[n]!)).toBeLessThan(1e-4 * Math.max(1, loss));
    });
  });
});
