import { beforeAll, describe, expect, test } from "vitest";
import { bothTrainers, inputShape, smallNetwork, trainBoth } from "./bothTrainers.js";
import { firstImages, largestGap, requestFor } from "../networks.js";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import * as tf from "../../../src/lib/network/tf.js";
import { createEngineTrainer } from "../../../src/training/engine/engineTrainer.js";

let train: ImageSet;
beforeAll(async () => {
  train = await firstImages(40);
});

describe("activations", () => {
  const layers = () => [
    tf.layers.conv2d({ name: "conv", inputShape, filters: 5, kernelSize: 3, padding: "same" }),
    tf.layers.reLU({ name: "relu" }),
    tf.layers.maxPooling2d({ name: "pool", poolSize: 2 }),
    tf.layers.batchNormalization({ name: "norm" }),
    tf.layers.conv2d({ name: "deep", filters: 6, kernelSize: 3, strides: 2, activation: "relu" }),
    tf.layers.averagePooling2d({ name: "mean", poolSize: 2 }),
    tf.layers.dropout({ name: "drop", rate: 0.5 }),
    tf.layers.flatten({ name: "flat" }),
    tf.layers.dense({ name: "fc", units: 7, activation: "relu" }),
    tf.layers.dense({ name: "logits", units: 10 }),
    tf.layers.softmax({ name: "softmax" }),
  ];

  test("of every layer, without the engine's padding, as tfjs computes them", async () => {
    const request = await requestFor(layers(), { train });
    const [engine, tfjs] = await trainBoth(request, 1);
    const shapes: Record<string, number[]> = {};
    for (const { name } of layers()) {
      const [found, expected] = [
        await engine.activations(train, name),
        await tfjs.activations(train, name),
      ];
      expect(found.shape).toEqual(expected.shape);
      expect(largestGap(found.values, expected.values)).toBeLessThan(5e-5);
      shapes[name] = found.shape;
    }
    expect(shapes).toMatchObject({
      conv: [40, 28, 28, 5],
      relu: [40, 28, 28, 5],
      pool: [40, 14, 14, 5],
      deep: [40, 6, 6, 6],
      mean: [40, 3, 3, 6],
      flat: [40, 1, 1, 54],
      logits: [40, 1, 1, 10],
      softmax: [40, 1, 1, 10],
    });
    const { values } = await tfjs.activations(train, "softmax");
    expect(values.subarray(0, 10).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
  });

  test("of more images than fit at once, and without a mark on the training", async () => {
    const images = await firstImages(230);
    const request = await requestFor(smallNetwork(), { train });
    const [looked, undisturbed] = [
      await createEngineTrainer(request),
      await createEngineTrainer(request),
    ];
    for (const trainer of [looked, undisturbed]) await trainer.runSteps(0, 2);
    const name = (JSON.parse(request.topology) as { config: { layers: Layer[] } }).config.layers[0]!
      .config.name;
    const { shape, values } = await looked.activations(images, name);
    expect(shape).toEqual([230, 13, 13, 3]);
    const one = { images: images.images.slice(-784), labels: images.labels.slice(-1), count: 1 };
    expect((await looked.activations(one, name)).values).toEqual(values.subarray(-13 * 13 * 3));
    await looked.predict(images);
    for (const trainer of [looked, undisturbed]) await trainer.runSteps(2, 3);
    expect(await looked.readState()).toEqual(await undisturbed.readState());
  });

  interface Layer {
    config: { name: string };
  }

  test("of a layer that is not there are an error", async () => {
    for (const trainer of await bothTrainers(await requestFor(layers(), { train }))) {
      await expect(trainer.activations(train, "nope")).rejects.toThrow("no layer nope");
    }
  });
});
