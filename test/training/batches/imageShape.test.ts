import { describe, expect, test } from "vitest";
import { firstImages, largestGap, relativeDifference, requestFor } from "../networks.js";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import { RandomStream } from "../../../src/lib/numbers/random.js";
import * as tf from "../../../src/lib/network/tf.js";
import { createEngineTrainer } from "../../../src/training/engine/engineTrainer.js";
import { imageShape } from "../../../src/training/batches/imageShape.js";
import { createTfjsTrainer } from "../../../src/training/tfjs/tfjsTrainer.js";

const { conv2d, dense, flatten, maxPooling2d } = tf.layers;

/** Random pixels, random labels. */
function noise(count: number, pixels: number): ImageSet {
  const random = new RandomStream(1, "sample");
  return {
    images: Uint8Array.from({ length: count * pixels }, () => random.integer(256)),
    labels: Uint8Array.from({ length: count }, () => random.integer(10)),
    count,
  };
}

const networks: [string, number, () => tf.layers.Layer[]][] = [
  [
    "[9,7,3]",
    9 * 7 * 3,
    () => [
      conv2d({ inputShape: [9, 7, 3], filters: 5, kernelSize: 3, activation: "relu" }),
      maxPooling2d({ poolSize: 2 }),
      flatten(),
      dense({ units: 10 }),
    ],
  ],
  [
    "[5,6,2], pooling first",
    60,
    () => [maxPooling2d({ inputShape: [5, 6, 2], poolSize: 2 }), flatten(), dense({ units: 10 })],
  ],
  ["[4,4,1], flattened", 16, () => [flatten({ inputShape: [4, 4, 1] }), dense({ units: 10 })]],
  ["784 numbers in a row", 784, () => [dense({ inputShape: [784], units: 10 })]],
  ["6 numbers in a row", 6, () => [dense({ inputShape: [6], units: 10 })]],
];

describe("networks for other images than the data set's", () => {
  test.each(networks)("%s: engine and tfjs agree", async (_, pixels, layers) => {
    const train = noise(23, pixels);
    const request = await requestFor(layers(), { train, learningRate: 0.05 });
    const [engine, tfjs] = [await createEngineTrainer(request), await createTfjsTrainer(request)];
    const [mine, theirs] = [await engine.runSteps(0, 4), await tfjs.runSteps(0, 4)];
    expect(largestGap(mine, theirs)).toBeLessThan(5e-5);
    const [found, expected] = [await engine.readState(), await tfjs.readState()];
    expect(relativeDifference(found.weights, expected.weights)).toBeLessThan(1e-4);
    const images = noise(123, pixels);
    const [seen, judged] = [await engine.predict(images), await tfjs.predict(images)];
    expect(largestGap(seen.logProbabilities, judged.logProbabilities)).toBeLessThan(5e-5);
  });

  test("augmentation leaves the channels of one pixel where they are", async () => {
    const train = noise(12, 3);
    const layers = [flatten({ inputShape: [1, 1, 3] }), dense({ units: 10 })];
    const request = await requestFor(layers, { train, flip: true, learningRate: 0.05 });
    const [engine, tfjs] = [await createEngineTrainer(request), await createTfjsTrainer(request)];
    expect(largestGap(await engine.runSteps(0, 2), await tfjs.runSteps(0, 2))).toBeLessThan(1e-5);
  });

  test("augmentation takes a row of 784 numbers for the image that it is", async () => {
    const train = await firstImages(12);
    const recipe = { train, flip: true, shift: 2, erasing: 0.5, learningRate: 0.05 };
    const [flat, square] = [
      await requestFor([dense({ inputShape: [784], units: 10 })], recipe),
      await requestFor([flatten({ inputShape: [28, 28, 1] }), dense({ units: 10 })], recipe),
    ];
    for (const create of [createEngineTrainer, createTfjsTrainer]) {
      const [row, image] = [await create(flat), await create(square)];
      expect(largestGap(await row.runSteps(0, 2), await image.runSteps(0, 2))).toBeLessThan(1e-5);
    }
  });
});

describe("images that are not what the network takes", () => {
  const creators = [createEngineTrainer, createTfjsTrainer];

  test.each(creators)("are refused, in training and in evaluation: %o", async (create) => {
    const train = await firstImages(12);
    const layers = () => [flatten({ inputShape: [14, 14, 1] }), dense({ units: 10 })];
    const message =
      "La red espera imágenes de 14 × 14 × 1, 196 números cada una; las de los datos tienen 784.";
    await expect(create(await requestFor(layers(), { train }))).rejects.toThrow(message);
    const trainer = await create(await requestFor(layers(), { train: noise(12, 196) }));
    await expect(trainer.evaluate(train)).rejects.toThrow(message);
    await expect(trainer.predict(train)).rejects.toThrow(message);
    await expect(trainer.activations(train, "any")).rejects.toThrow(message);
  });

  test.each(creators)("by their labels neither: %o", async (create) => {
    const train = await firstImages(12);
    const layers = [flatten({ inputShape: [28, 28, 1] }), dense({ units: 5 })];
    await expect(create(await requestFor(layers, { train }))).rejects.toThrow(
      "La red da 5 números, uno por clase; los datos tienen etiquetas hasta 9: hacen falta 10.",
    );
  });
});

test("imageShape knows the data set's images in a row", () => {
  expect(imageShape([28, 28, 1])).toEqual([28, 28, 1]);
  expect(imageShape([784])).toEqual([28, 28, 1]);
  expect(imageShape([28, 28])).toEqual([28, 28, 1]);
  expect(imageShape([6])).toEqual([1, 6, 1]);
});
