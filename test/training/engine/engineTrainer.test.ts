import { beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { createEngineTrainer } from "../../../src/training/engine/engineTrainer.js";
import type { Dataset } from "../../../src/lib/dataset/dataset.js";
import {
  defaultHyperparameters,
  type Hyperparameters,
} from "../../../src/lib/run/hyperparameters.js";
import type { NamedWeight } from "../../../src/lib/network/namedWeight.js";
import { readWeights } from "../../../src/lib/network/namedWeights.js";
import { initializeLikePyTorch } from "../../../src/lib/network/network.js";
import * as tf from "../../../src/lib/network/tf.js";
import { createTfjsTrainer } from "../../../src/training/tfjs/tfjsTrainer.js";
import { newRun } from "../../../src/training/worker/newRun.js";
import type { TrainerRequest } from "../../../src/training/loop/trainer.js";

let dataset: Dataset;
beforeAll(async () => {
  const { train, test: all } = await readDataset();
  dataset = {
    train,
    test: {
      images: all.images.subarray(0, 101 * 784),
      labels: all.labels.subarray(0, 101),
      count: 101,
    },
  };
});

async function request(hyperparameters: Partial<Hyperparameters>): Promise<TrainerRequest> {
  const values = { ...defaultHyperparameters, ...hyperparameters };
  const { topology, checkpoint } = await newRun(values);
  return { topology, hyperparameters: values, train: dataset.train, state: checkpoint };
}

/**
 * The largest difference of any weight, as a part of the largest movement in its group. A bias before a
 * batch normalization has no gradient and moves only by rounding: it is compared with all the others.
 */
function difference(found: NamedWeight[], expected: NamedWeight[], start: NamedWeight[]): number {
  const movements = expected.map(({ values }, i) => largestGap(values, start[i]!.values));
  const least = Math.max(...movements) / 1000;
  const differences = expected.map(({ name, values }, i) => {
    expect(found[i]!.name).toBe(name);
    const movement = movements[i]! < least ? 1000 * least : movements[i]!;
    return largestGap(values, found[i]!.values) / movement;
  });
  return Math.max(...differences);
}

function largestGap(a: Float32Array, b: Float32Array): number {
  return a.reduce((largest, value, k) => Math.max(largest, Math.abs(value - b[k]!)), 0);
}

const logSoftmax = () => tf.layers.activation({ activation: "logSoftmax" as "softmax" });
const inputShape = [28, 28, 1];

/** Networks that differ from the original's in everything the engine knows. */
const networks: Record<string, () => tf.layers.Layer[]> = {
  "stride two, no pooling, a linear layer, many channels": () => [
    tf.layers.conv2d({
      inputShape,
      filters: 5,
      kernelSize: [3, 5],
      strides: 2,
      activation: "relu",
    }),
    tf.layers.conv2d({ filters: 33, kernelSize: 2, activation: "linear" }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.conv2d({ filters: 6, kernelSize: 3, activation: "relu" }),
    tf.layers.dropout({ rate: 0.3 }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 7 }),
    tf.layers.dense({ units: 10 }),
    logSoftmax(),
  ],
  "same padding, average pooling, flattened channels with padding": () => [
    tf.layers.conv2d({ inputShape, filters: 6, kernelSize: 3, padding: "same" }),
    tf.layers.reLU(),
    tf.layers.averagePooling2d({ poolSize: 3, strides: 2, padding: "same" }),
    tf.layers.conv2d({ filters: 9, kernelSize: 4, strides: 2, padding: "same" }),
    tf.layers.averagePooling2d({ poolSize: 2 }),
    tf.layers.flatten(),
    tf.layers.dropout({ rate: 0.4 }),
    tf.layers.dense({ units: 10 }),
    logSoftmax(),
  ],
  "overlapping max pooling over the border, a dense layer on a map": () => [
    tf.layers.conv2d({ inputShape, filters: 4, kernelSize: 5, activation: "relu" }),
    tf.layers.maxPooling2d({ poolSize: [3, 2], strides: [2, 3], padding: "same" }),
    tf.layers.dense({ units: 5, activation: "relu" }),
    tf.layers.maxPooling2d({ poolSize: 3, strides: 1 }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 10, activation: "logSoftmax" as "softmax" }),
  ],
  "batch normalization behind a convolution and behind a dense layer": () => [
    tf.layers.conv2d({ inputShape, filters: 6, kernelSize: 3 }),
    tf.layers.batchNormalization({ momentum: 0.9 }),
    tf.layers.reLU(),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.conv2d({ filters: 5, kernelSize: 3, activation: "relu" }),
    tf.layers.batchNormalization(),
    tf.layers.flatten(),
    tf.layers.dense({ units: 11 }),
    tf.layers.batchNormalization({ epsilon: 0.01 }),
    tf.layers.activation({ activation: "relu" }),
    tf.layers.dense({ units: 10 }),
    logSoftmax(),
  ],
  "softmax in the midst, pooling first, no convolution": () => [
    tf.layers.averagePooling2d({ inputShape, poolSize: 4 }),
    tf.layers.batchNormalization(),
    tf.layers.flatten(),
    tf.layers.dense({ units: 9, activation: "softmax" }),
    tf.layers.dense({ units: 6, activation: "logSoftmax" as "softmax" }),
    tf.layers.dropout({ rate: 0.2 }),
    tf.layers.dense({ units: 10 }),
    logSoftmax(),
  ],
  "dense layers alone": () => [
    tf.layers.flatten({ inputShape }),
    tf.layers.dense({ units: 13, activation: "relu" }),
    tf.layers.dense({ units: 10 }),
    logSoftmax(),
  ],
};

describe("the engine beside tfjs's cpu backend, from the same weights, batches and masks", () => {
  test.each([
    ["one step", { batchSize: 20 }, 1],
    ["ten steps with dropout and momentum", { batchSize: 7, dropoutRate: 0.4 }, 10],
    ["one image a batch", { batchSize: 1 }, 5],
    ["a partial last batch", { batchSize: 16, trainImages: 40 }, 6],
  ])("%s", async (_, hyperparameters, steps) => {
    const asked = await request({ learningRate: 0.01, ...hyperparameters });
    const [engine, oracle] = [await createEngineTrainer(asked), await createTfjsTrainer(asked)];
    const perEpoch = Math.ceil(asked.hyperparameters.trainImages / asked.hyperparameters.batchSize);
    for (let step = 0; step < steps; step += perEpoch) {
      const count = Math.min(perEpoch, steps - step);
      const [found, expected] = [
        await engine.runSteps(step, count),
        await oracle.runSteps(step, count),
      ];
      found.forEach((loss, i) => {
        expect(loss).toBeCloseTo(expected[i]!, 5);
      });
    }
    const [found, expected] = [await engine.readState(), await oracle.readState()];
    expect(difference(found.weights, expected.weights, asked.state.weights)).toBeLessThan(1e-4);
    const zero = expected.velocities.map((weight) => ({
      ...weight,
      values: weight.values.map(() => 0),
    }));
    const named = expected.velocities.map((weight, i) => ({
      ...weight,
      name: found.velocities[i]!.name,
    }));
    expect(difference(found.velocities, named, zero)).toBeLessThan(1e-4);
    const [mine, theirs] = [
      await engine.evaluate(dataset.test),
      await oracle.evaluate(dataset.test),
    ];
    expect(mine.loss).toBeCloseTo(theirs.loss, 5);
    expect(mine.predictions).toEqual(theirs.predictions);
    oracle.dispose();
  });

  test.each(Object.entries(networks))("%s", async (_, layers) => {
    const network = tf.sequential({ layers: layers() });
    initializeLikePyTorch(network, 4);
    const weights = await readWeights(network);
    const asked: TrainerRequest = {
      topology: JSON.stringify(network.toJSON(null, false)),
      hyperparameters: { ...defaultHyperparameters, batchSize: 6, learningRate: 0.05 },
      train: dataset.train,
      state: { weights, velocities: [] },
    };
    const [engine, oracle] = [await createEngineTrainer(asked), await createTfjsTrainer(asked)];
    const [found, expected] = [await engine.runSteps(0, 4), await oracle.runSteps(0, 4)];
    found.forEach((loss, i) => {
      expect(loss).toBeCloseTo(expected[i]!, 5);
    });
    const [mine, theirs] = [await engine.readState(), await oracle.readState()];
    expect(difference(mine.weights, theirs.weights, weights)).toBeLessThan(2e-4);
    const [seen, judged] = [
      await engine.evaluate(dataset.test),
      await oracle.evaluate(dataset.test),
    ];
    expect(seen.loss).toBeCloseTo(judged.loss, 4);
  });
});

test("it trains on no other weights than those of its network: none at all are refused", async () => {
  const wanted = await request({});
  const state = { ...wanted.state, weights: [] };
  await expect(createEngineTrainer({ ...wanted, state })).rejects.toThrow("weights expected");
});
