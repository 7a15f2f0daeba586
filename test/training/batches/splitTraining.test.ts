import fc from "fast-check";
import { expect, test } from "vitest";
import { batchSource } from "../../../src/training/batches/batches.js";
import { splitTraining, validationSet } from "../../../src/training/batches/splitTraining.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";

test("without validation a run learns from all the images, in their own order", () => {
  const { learning, validation } = splitTraining({ seed: 42, trainImages: 5 });
  expect([...learning]).toEqual([0, 1, 2, 3, 4]);
  expect(validation).toHaveLength(0);
});

test("each image is learned from or set apart, never both, and the seed says which", () => {
  const sizes = fc.integer({ min: 1, max: 300 });
  fc.assert(
    fc.property(fc.nat(1e9), sizes, sizes, (seed, learned, validationImages) => {
      const plan = { seed, trainImages: learned + validationImages, validationImages };
      const { learning, validation } = splitTraining(plan);
      expect([learning.length, validation.length]).toEqual([learned, validationImages]);
      const all = [...learning, ...validation].sort((a, b) => a - b);
      expect(all).toEqual(Array.from({ length: plan.trainImages }, (_, i) => i));
      expect(splitTraining(plan)).toEqual({ learning, validation });
    }),
  );
  const apart = (seed: number) =>
    splitTraining({ seed, trainImages: 100, validationImages: 30 }).validation;
  expect(apart(1)).not.toEqual(apart(2));
});

test("no batch of an epoch has an image that is set apart, and every other one is in one", () => {
  const images = new Uint8Array(60 * 784).map((_, i) => Math.floor(i / 784)); // each tells its number
  const train = { images, labels: new Uint8Array(60).map((_, i) => i % 10), count: 60 };
  const values = { ...defaultHyperparameters, trainImages: 60, validationImages: 18, batchSize: 8 };
  const batchAt = batchSource(train, values);
  const seen = Array.from({ length: 6 }, (_, batch) => {
    const { images: pixels, labels } = batchAt(batch);
    return [...labels].map((_, n) => Math.round(255 * pixels[n * 784]!));
  }).flat();
  const set = validationSet(train, values)!;
  const apart = Array.from({ length: set.count }, (_, n) => set.images[n * 784]!);
  expect([...set.labels]).toEqual(apart.map((number) => number % 10));
  expect([...seen, ...apart].sort((a, b) => a - b)).toEqual([...Array(60).keys()]);
});
