import { beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../data-loaders/readDataset.js";
import { createEngineTrainer } from "../../src/training/engineTrainer.js";
import type { Dataset } from "../../src/lib/dataset.js";
import { defaultHyperparameters, type Hyperparameters } from "../../src/lib/hyperparameters.js";
import type { NamedWeight } from "../../src/lib/run.js";
import { readWeights } from "../../src/lib/namedWeights.js";
import { initializeLikePyTorch } from "../../src/lib/network.js";
import * as tf from "../../src/lib/tf.js";
import { createTfjsTrainer } from "../../src/training/tfjsTrainer.js";
import { newRun } from "../../src/training/newRun.js";
import type { TrainerRequest } from "../../src/training/trainer.js";

let dataset: Dataset;
beforeAll(async () => {
  await tf.setBackend("cpu");
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

/** The largest difference of any weight, as a part of the largest movement. */
function difference(found: NamedWeight[], expected: NamedWeight[], start: NamedWeight[]): number {
  let worst = 0;
  expected.forEach(({ values, name }, i) => {
    expect(found[i]!.name).toBe(name);
    let moved = 1e-12;
    let differs = 0;
    values.forEach((value, k) => {
      moved = Math.max(moved, Math.abs(value - start[i]!.values[k]!));
      differs = Math.max(differs, Math.abs(value - found[i]!.values[k]!));
    });
    worst = Math.max(worst, differs / moved);
  });
  return worst;
}

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

  test("another network: stride two, no pooling, a linear layer, many channels", async () => {
    const network = tf.sequential({
      layers: [
        tf.layers.conv2d({
          name: "a",
          inputShape: [28, 28, 1],
          filters: 5,
          kernelSize: [3, 5],
          strides: 2,
          activation: "relu",
        }),
        tf.layers.conv2d({ name: "b", filters: 33, kernelSize: 2, activation: "linear" }),
        tf.layers.maxPooling2d({ name: "p", poolSize: 2 }),
        tf.layers.conv2d({ name: "c", filters: 6, kernelSize: 3, activation: "relu" }),
        tf.layers.dropout({ name: "d", rate: 0.3 }),
        tf.layers.flatten({ name: "f" }),
        tf.layers.dense({ name: "e", units: 7 }),
        tf.layers.dense({ name: "g", units: 10 }),
        tf.layers.activation({ name: "s", activation: "logSoftmax" as "softmax" }),
      ],
    });
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
    expect(difference(mine.weights, theirs.weights, weights)).toBeLessThan(1e-4);
  });
});
