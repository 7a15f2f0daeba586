import { beforeAll, describe, expect, test } from "vitest";
import { all, shape } from "./everyAugmentation.js";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { nodeThreads } from "../../../scripts/training/nodeThreads.js";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import {
  defaultHyperparameters,
  type Hyperparameters,
} from "../../../src/lib/run/hyperparameters.js";
import { weightsSha256 } from "../../../src/lib/run/weightsSha256.js";
import { batchSource, epochOrder } from "../../../src/training/batches/batches.js";
import { changeImage } from "../../../src/training/batches/changeImage.js";
import { drawChange } from "../../../src/training/batches/drawChange.js";
import { createEngineTrainer } from "../../../src/training/engine/engineTrainer.js";
import { newRun } from "../../../src/training/worker/newRun.js";
import { trainingImages } from "../../../src/training/batches/trainingImages.js";

test("a shift that would push the image out is refused", () => {
  const set = { images: new Uint8Array(9), labels: new Uint8Array(1), count: 1 };
  const augmentation = { seed: 1, shift: 3 };
  expect(() => trainingImages(set, { shape: [3, 3, 1], augmentation })).toThrow(
    "El desplazamiento ha de ser menor que el lado de la imagen: 3 píxeles para una de 3 × 3.",
  );
});

describe("in training", () => {
  let train: ImageSet;
  beforeAll(async () => {
    const { train: whole } = await readDataset();
    const [images, labels] = [whole.images.slice(0, 60 * 784), whole.labels.slice(0, 60)];
    train = { images, labels, count: 60 };
  });

  async function trained(values: Partial<Hyperparameters>, { threads = 1, steps = 9 } = {}) {
    const hyperparameters = { ...defaultHyperparameters, trainImages: 60, batchSize: 7, ...values };
    const { topology, checkpoint } = await newRun(hyperparameters);
    const request = { topology, hyperparameters, train, state: checkpoint };
    const trainer = await createEngineTrainer(request, nodeThreads(threads));
    for (let step = 0; step < steps; step++) await trainer.runSteps(step, 1);
    const [{ weights }, evaluation] = [await trainer.readState(), await trainer.evaluate(train)];
    trainer.dispose();
    return { bits: await weightsSha256(weights), evaluation };
  }

  test("off is off: the same bits as without a word about it", async () => {
    const silent = await trained({});
    expect((await trained({ flip: false, shift: 0, erasing: 0 })).bits).toBe(silent.bits);
    for (const one of [{ flip: true }, { alternatingFlip: true }, { shift: 1 }, { erasing: 0.5 }]) {
      expect((await trained(one)).bits).not.toBe(silent.bits);
    }
  });

  test("the same bits with one thread and with three", async () => {
    const [one, three] = [await trained(all), await trained(all, { threads: 3 })];
    expect(three.bits).toBe(one.bits);
  });

  test("never in evaluation, and the set stays as it was", async () => {
    const before = train.images.slice();
    const strong = { flip: true, shift: 14, erasing: 1 };
    const [plain, augmented] = [
      await trained({}, { steps: 0 }),
      await trained(strong, { steps: 0 }),
    ];
    expect(augmented.evaluation).toEqual(plain.evaluation);
    await trained(strong);
    expect(train.images).toEqual(before);
  });

  test("a batch holds the images of its order, each changed as drawn for its position", () => {
    const few = { ...defaultHyperparameters, ...all, trainImages: 60, batchSize: 7 };
    const batch = batchSource(train, few)(10); // the second of the second epoch: nine make one
    const order = epochOrder(3, 1, 60);
    for (let position = 0; position < 7; position++) {
      const index = order[7 + position]!;
      expect(batch.labels[position]).toBe(train.labels[index]);
      const source = train.images.subarray(index * 784, (index + 1) * 784);
      const expected = new Uint8Array(784);
      const change = drawChange(all, shape, { batch: 10, position });
      changeImage(source, expected, { shape, change });
      expect(batch.images.subarray(position * 784, (position + 1) * 784)).toEqual(
        Float32Array.from(expected, (value) => value / 255),
      );
    }
  });
});
