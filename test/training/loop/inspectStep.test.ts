import { beforeAll, describe, expect, test } from "vitest";
import { firstImages, logSoftmax, requestFor } from "../networks.js";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import * as tf from "../../../src/lib/network/tf.js";
import { createEngineTrainer } from "../../../src/training/engine/engineTrainer.js";
import { inspectStep } from "../../../src/training/loop/inspectStep.js";
import { newRun } from "../../../src/training/worker/newRun.js";
import { createTfjsTrainer } from "../../../src/training/tfjs/tfjsTrainer.js";
import type { InspectableTrainer, TrainerRequest } from "../../../src/training/loop/trainer.js";
import { networkTopology } from "../../../src/lib/network/networkTopology.js";

let train: ImageSet;
beforeAll(async () => {
  train = await firstImages(40);
});

const layers = () => [
  tf.layers.conv2d({ name: "conv", inputShape: [28, 28, 1], filters: 3, kernelSize: 5 }),
  tf.layers.maxPooling2d({ poolSize: 2 }),
  tf.layers.flatten(),
  tf.layers.dropout({ rate: 0.3 }),
  tf.layers.dense({ name: "fc", units: 10, activation: logSoftmax }),
];

const trainers: [string, (request: TrainerRequest) => Promise<InspectableTrainer>][] = [
  ["the engine", createEngineTrainer],
  ["tfjs", createTfjsTrainer],
];

describe.each(trainers)("a step looked at in %s", (_, create) => {
  test("is the step that it would have been unseen, and leaves the same weights", async () => {
    const request = await requestFor(layers(), { train, learningRate: 0.05 });
    const [seen, unseen] = [await create(request), await create(request)];
    const { loss } = await seen.gradientStep(0);
    expect(Math.fround(loss)).toBe((await unseen.runSteps(0, 1))[0]);
    expect(await seen.readState()).toEqual(await unseen.readState());
    for (const trainer of [seen, unseen]) trainer.dispose();
  });

  test("says the gradient that plain descent follows: how far the weights moved, by the rate", async () => {
    const learningRate = 0.25;
    const request = await requestFor(layers(), { train, learningRate, momentum: 0 });
    const trainer = await create(request);
    const { gradients } = await trainer.gradientStep(0);
    const { weights } = await trainer.readState();
    expect(gradients.map(({ name }) => name)).toEqual(weights.map(({ name }) => name));
    gradients.forEach(({ norm }, i) => {
      const before = request.state.weights[i]!.values;
      const moved = weights[i]!.values.map((value, k) => (before[k]! - value) / learningRate);
      expect(norm).toBeGreaterThan(0);
      expect(Math.abs(norm - Math.hypot(...moved)) / norm).toBeLessThan(1e-4);
    });
    trainer.dispose();
  });
});

test("an inspection has the batch's images, their losses, and one gradient a layer", async () => {
  const hyperparameters = {
    ...defaultHyperparameters,
    batchSize: 16,
    trainImages: 40,
    learningRate: 0.02,
  };
  const run = await newRun(hyperparameters);
  const { topology, checkpoint: state } = run;
  const trainer = await createEngineTrainer({ topology, hyperparameters, train, state });
  await trainer.runSteps(0, 2);
  const inspection = await inspectStep(trainer, run, { train, batch: 2 });
  expect(inspection).toMatchObject({ step: 3, learningRate: 0.02 });
  expect(inspection.images).toHaveLength(8); // the rest of 40 images in batches of 16
  expect(inspection.labels).toHaveLength(8);
  expect(inspection.before).toHaveLength(8);
  const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
  expect(sum(inspection.after)).toBeLessThan(sum(inspection.before));
  expect(inspection.gradients.map(({ layer }) => layer)).toEqual(["conv1", "conv2", "fc1", "fc2"]);
  trainer.dispose();
});

test("an inspection takes images of the shape that the network takes", async () => {
  const network = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [6, 5, 2], name: "flatten" }),
      tf.layers.dense({ name: "fc", units: 10 }),
    ],
  });
  const topology = networkTopology(network);
  network.dispose();
  const coloured = {
    images: Uint8Array.from({ length: 8 * 60 }, (_, i) => i % 251),
    labels: Uint8Array.from({ length: 8 }, (_, i) => i),
    count: 8,
  };
  const hyperparameters = { ...defaultHyperparameters, batchSize: 4, trainImages: 8 };
  const run = await newRun(hyperparameters, topology);
  const request = { topology, hyperparameters, train: coloured, state: run.checkpoint };
  const trainer = await createEngineTrainer(request);
  const { images, before } = await inspectStep(trainer, run, { train: coloured, batch: 0 });
  expect(images.map(({ length }) => length)).toEqual([60, 60, 60, 60]);
  expect(before).toHaveLength(4);
  trainer.dispose();
});
