import fc from "fast-check";
import { expect, test } from "vitest";
import { batchSource } from "../../../src/training/batches/batches.js";
import { countEpoch, epochExamples } from "../../../src/training/batches/epochExamples.js";
import { splitTraining } from "../../../src/training/batches/splitTraining.js";
import { dataset, short } from "../loop/shortRun.js";
import { nodeTrainer } from "../../../scripts/training/nodeTrainer.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { batchesPerEpoch } from "../../../src/lib/run/run.js";
import { TrainingControl } from "../../../src/training/loop/control.js";
import { trainRun } from "../../../src/training/loop/trainRun.js";
import { newRun } from "../../../src/training/worker/newRun.js";

const count = 80;
const labels = Uint8Array.from({ length: count }, (_, i) => (i * 7) % 10);
const weights = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 10 })
  .map((times) => times.join(""));

test("each image that is learned from is there as often as its class says, and no other one", () => {
  fc.assert(
    fc.property(weights, fc.nat(40), fc.nat(1e6), (classWeights, validationImages, seed) => {
      const values = { ...defaultHyperparameters, trainImages: count, validationImages, seed };
      const found = epochExamples({ labels }, { ...values, classWeights });
      const learning = new Set(splitTraining(values).learning);
      for (let i = 0; i < count; i++) {
        const times = learning.has(i) ? Number(classWeights[labels[i]!]) : 0;
        expect(found.filter((index) => index === i)).toHaveLength(times);
      }
    }),
  );
});

test("the batches of an epoch are all its images, the repeated ones in places of their own", () => {
  const images = new Uint8Array(count * 784).map((_, i) => Math.floor(i / 784));
  const values = { ...short, trainImages: count, classWeights: "3111111111", batchSize: 16 };
  countEpoch({ labels }, values);
  const batchAt = batchSource({ images, labels, count }, values);
  const seen = Array.from({ length: batchesPerEpoch(values) }, (_, batch) => {
    const { images: pixels, labels: own } = batchAt(batch);
    return [...own].map((_, n) => Math.round(255 * pixels[n * 784]!));
  }).flat();
  const expected = [...epochExamples({ labels }, values)].sort((a, b) => a - b);
  expect(seen.toSorted((a, b) => a - b)).toEqual(expected);
  expect(seen).toHaveLength(80 + 2 * 8);
});

test("a run counts its epoch when it begins, and trains on all of it", async () => {
  const run = await newRun({ ...short, epochs: 1, classWeights: "1151111111", epochImages: 600 });
  const context = { dataset, createTrainer: nodeTrainer("engine"), control: new TrainingControl() };
  await trainRun(run, context);
  const jerseys = dataset.train.labels.subarray(0, 510).filter((label) => label === 2).length;
  expect(run.hyperparameters.epochImages).toBe(510 + 4 * jerseys);
  expect(run.checkpoint.batch).toBe(Math.ceil((510 + 4 * jerseys) / 20));
  expect(run.status).toBe("finished");
});
