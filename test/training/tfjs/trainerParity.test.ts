import { beforeAll, describe, expect, test } from "vitest";
import {
  firstImages,
  largestGap,
  logSoftmax,
  relativeDifference,
  requestFor,
} from "../networks.js";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import type { Hyperparameters } from "../../../src/lib/run/hyperparameters.js";
import * as tf from "../../../src/lib/network/tf.js";
import { createEngineTrainer } from "../../../src/training/engine/engineTrainer.js";
import { createTfjsTrainer } from "../../../src/training/tfjs/tfjsTrainer.js";
import type { TrainerRequest } from "../../../src/training/loop/trainer.js";

const inputShape = [28, 28, 1];
let train: ImageSet;
beforeAll(async () => {
  await tf.setBackend("cpu");
  train = await firstImages(40);
});

const smallNetwork = () => [
  tf.layers.conv2d({ inputShape, filters: 3, kernelSize: 3, strides: 2, activation: "relu" }),
  tf.layers.maxPooling2d({ poolSize: 2 }),
  tf.layers.flatten(),
  tf.layers.dropout({ rate: 0.3 }),
  tf.layers.dense({ units: 10 }),
  tf.layers.activation({ activation: logSoftmax }),
];

async function bothTrainers(request: TrainerRequest) {
  return [await createEngineTrainer(request), await createTfjsTrainer(request)] as const;
}

/** All the steps of the first epochs, an epoch at a time. */
async function trainBoth(request: TrainerRequest, epochs: number) {
  const [engine, tfjs] = await bothTrainers(request);
  const { trainImages, batchSize } = request.hyperparameters;
  const perEpoch = Math.ceil(trainImages / batchSize);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const found = await engine.runSteps(epoch * perEpoch, perEpoch);
    const expected = await tfjs.runSteps(epoch * perEpoch, perEpoch);
    found.forEach((loss, i) => {
      expect(Math.abs(loss - expected[i]!)).toBeLessThan(5e-5 * Math.max(1, loss));
    });
  }
  return [engine, tfjs] as const;
}

describe("engine and tfjs take the same steps", () => {
  const recipes: Partial<Hyperparameters>[] = [
    { weightDecay: 0.1, schedule: "cosine" },
    { optimizer: "nesterov", schedule: "one-cycle" },
    { optimizer: "nesterov", weightDecay: 0.1 },
    { optimizer: "adam", learningRate: 0.002 },
    { optimizer: "adam", learningRate: 0.002, weightDecay: 0.1, schedule: "one-cycle" },
    { optimizer: "adamw", learningRate: 0.002, weightDecay: 0.1, schedule: "cosine" },
    { flip: true, shift: 3, erasing: 0.5 },
  ];
  test.each(recipes.map((recipe) => [JSON.stringify(recipe), recipe] as const))(
    "%s",
    async (_, recipe) => {
      const values = { epochs: 2, learningRate: 0.02, ...recipe, train };
      const request = await requestFor(smallNetwork(), values);
      const [engine, tfjs] = await trainBoth(request, 2);
      const [found, expected] = [await engine.readState(), await tfjs.readState()];
      expect(relativeDifference(found.weights, expected.weights)).toBeLessThan(1e-4);
      expect(expected.velocities.map(({ name }) => name)).toEqual(
        found.velocities.map(({ name }) => name),
      );
      expect(relativeDifference(found.velocities, expected.velocities)).toBeLessThan(1e-4);
      expect(found.squares?.length).toBe(expected.squares?.length);
      if (found.squares && expected.squares) {
        expect(relativeDifference(found.squares, expected.squares)).toBeLessThan(1e-4);
      }
    },
  );

  test("and a recipe makes a difference", async () => {
    const weightsAfter = async (recipe: Partial<Hyperparameters>) => {
      const values = { epochs: 2, learningRate: 0.02, ...recipe, train };
      const trainer = await createTfjsTrainer(await requestFor(smallNetwork(), values));
      await trainer.runSteps(0, 3);
      return (await trainer.readState()).weights;
    };
    const plain = await weightsAfter({});
    for (const recipe of [
      ...([{ weightDecay: 0.1 }, { optimizer: "nesterov" }] as const),
      ...([{ schedule: "cosine" }, { optimizer: "adam" }, { flip: true }] as const),
    ]) {
      expect(relativeDifference(await weightsAfter(recipe), plain)).toBeGreaterThan(1e-3);
    }
  });
});

describe("whatever the network ends in", () => {
  const { dense, flatten, activation, softmax, conv2d } = tf.layers;
  const outputs: Record<string, () => tf.layers.Layer[]> = {
    "log-softmax, its own layer": () => [
      ...[flatten({ inputShape }), dense({ units: 10 }), activation({ activation: logSoftmax })],
    ],
    "log-softmax, of a dense layer": () => [
      ...[flatten({ inputShape }), dense({ units: 10, activation: logSoftmax })],
    ],
    "softmax, its own layer": () => [
      ...[flatten({ inputShape }), dense({ units: 10 }), softmax({})],
    ],
    "softmax, of a dense layer": () => [
      ...[flatten({ inputShape }), dense({ units: 10, activation: "softmax" })],
    ],
    "softmax, before layers that change no number": () => [
      conv2d({ inputShape, filters: 10, kernelSize: 28, activation: "softmax" }),
      ...[flatten(), activation({ activation: "linear" })],
    ],
    logits: () => [flatten({ inputShape }), dense({ units: 10 })],
    "logits behind a ReLU": () => [
      ...[flatten({ inputShape }), dense({ units: 10, activation: "relu" })],
    ],
    "softmax behind a ReLU": () => [
      ...[flatten({ inputShape }), dense({ units: 10, activation: "relu" }), softmax({})],
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
      ...{ conv: [40, 28, 28, 5], relu: [40, 28, 28, 5], pool: [40, 14, 14, 5] },
      ...{ deep: [40, 6, 6, 6], mean: [40, 3, 3, 6], flat: [40, 1, 1, 54] },
      ...{ logits: [40, 1, 1, 10], softmax: [40, 1, 1, 10] },
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
