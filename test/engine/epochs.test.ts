// Several epochs of the original network on real images, dropout on, with an evaluation after each: the
// engine beside the reference trainer, from the same weights, batches and masks. A bug of which the
// first epoch shows nothing, because only an evaluation brings it about, has been seen in a prototype.
import { beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../data-loaders/readDataset.js";
import { type ImageSet, PIXELS } from "../../src/lib/dataset/dataset.js";
import { defaultHyperparameters } from "../../src/lib/run/hyperparameters.js";
import type { Evaluation } from "../../src/lib/network/metrics.js";
import type { NamedWeight } from "../../src/lib/network/namedWeight.js";
import { createEngineTrainer } from "../../src/training/engine/engineTrainer.js";
import { newRun } from "../../src/training/worker/newRun.js";
import { createReferenceTrainer } from "./referenceTrainer.js";
import type { CreateTrainer, TrainerRequest } from "../../src/training/loop/trainer.js";

const EPOCHS = 3;
/** 80 images in batches of 7: eleven whole ones and one of three. */
const hyperparameters = {
  ...defaultHyperparameters,
  epochs: EPOCHS,
  batchSize: 7,
  trainImages: 80,
  learningRate: 0.05,
  dropoutRate: 0.4,
};
const STEPS_AN_EPOCH = 12;

/**
 * Of a loss, and of the largest movement among the weights of one tensor. Each step rounds each weight,
 * 1/3 at most in this network, to float32: 36 · 2^-24 / 3 = 7e-7 in all. The least that a tensor moves is
 * about 0.05, so that this alone may be 1.4e-5 of it. A gradient's own error is of the order of 1e-6, and so
 * is that of the sum of the gradients. A wrong mask, batch or statistic is off by a thousand times that.
 */
const TOLERANCE = 2e-5;
const LEAST_MOVEMENT = 0.04;

let request: TrainerRequest;
let testSet: ImageSet;
beforeAll(async () => {
  const dataset = await readDataset();
  const { topology, checkpoint } = await newRun(hyperparameters);
  request = { topology, hyperparameters, train: dataset.train, state: checkpoint };
  // One more than the engine takes at once.
  const count = 101;
  const { images, labels } = dataset.test;
  testSet = {
    images: images.subarray(0, count * PIXELS),
    labels: labels.subarray(0, count),
    count,
  };
});

interface Trained {
  losses: number[];
  evaluations: Evaluation[];
  weights: NamedWeight[];
}

async function train(create: CreateTrainer, { evaluating = true } = {}): Promise<Trained> {
  const trainer = await create(request);
  const trained: Omit<Trained, "weights"> = { losses: [], evaluations: [] };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    trained.losses.push(...(await trainer.runSteps(epoch * STEPS_AN_EPOCH, STEPS_AN_EPOCH)));
    if (evaluating) trained.evaluations.push(await trainer.evaluate(testSet));
  }
  const { weights } = await trainer.readState();
  trainer.dispose();
  return { ...trained, weights };
}

describe("three epochs with evaluations in between", () => {
  let engine: Trained;
  let reference: Trained;
  beforeAll(async () => {
    engine = await train(createEngineTrainer);
    reference = await train(createReferenceTrainer);
  });

  test("bring the loss down", () => {
    const epoch = (from: number) => sum(reference.losses.slice(from, from + STEPS_AN_EPOCH));
    expect(epoch(2 * STEPS_AN_EPOCH)).toBeLessThan(epoch(0) - 0.5);
  });

  test("give the reference's loss at every step", () => {
    expect(engine.losses.length).toBe(EPOCHS * STEPS_AN_EPOCH);
    engine.losses.forEach((loss, step) => {
      const wanted = reference.losses[step]!;
      expect(Math.abs(loss - wanted), `step ${step}`).toBeLessThan(TOLERANCE * wanted);
    });
  });

  test("give the reference's evaluations", () => {
    engine.evaluations.forEach(({ loss, predictions, confidences }, epoch) => {
      const wanted = reference.evaluations[epoch]!;
      expect(Math.abs(loss - wanted.loss)).toBeLessThan(TOLERANCE * wanted.loss);
      expect(predictions).toEqual(wanted.predictions);
      confidences.forEach((confidence, n) => {
        expect(Math.abs(confidence - wanted.confidences[n]!)).toBeLessThan(TOLERANCE);
      });
    });
  });

  test("give the reference's weights", () => {
    engine.weights.forEach(({ name, values }, i) => {
      const { values: wanted } = reference.weights[i]!;
      const movement = largestGap(wanted, request.state.weights[i]!.values);
      expect(movement).toBeGreaterThan(LEAST_MOVEMENT);
      expect(largestGap(values, wanted), name).toBeLessThan(TOLERANCE * movement);
    });
  });

  test("leave the weights, to the bit, as without evaluations", async () => {
    const alone = await train(createEngineTrainer, { evaluating: false });
    expect(alone.losses).toEqual(engine.losses);
    expect(alone.weights).toEqual(engine.weights);
  });
});

function largestGap(a: Float32Array, b: Float32Array): number {
  return a.reduce((largest, value, k) => Math.max(largest, Math.abs(value - b[k]!)), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
