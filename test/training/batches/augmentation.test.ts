import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
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
import {
  type Change,
  drawChange,
  type ImageShape,
} from "../../../src/training/batches/drawChange.js";
import { createEngineTrainer } from "../../../src/training/engine/engineTrainer.js";
import { newRun } from "../../../src/training/worker/newRun.js";
import { trainingImages } from "../../../src/training/batches/trainingImages.js";

const shape = [28, 28, 1] as const;
const all = { seed: 3, flip: true, shift: 2, erasing: 0.25 };

/** One pixel of a changed image, straight from the definitions: flip, then shift, then erase. */
function changedPixel(
  source: Uint8Array,
  [height, width, channels]: ImageShape,
  { change, y, x, c }: { change: Change; y: number; x: number; c: number },
): number {
  const { flipped, down, right, erased } = change;
  if (erased && y >= erased.top && y < erased.top + erased.height) {
    if (x >= erased.left && x < erased.left + erased.width) return 0;
  }
  const [fromY, shiftedX] = [y - down, x - right];
  if (fromY < 0 || fromY >= height || shiftedX < 0 || shiftedX >= width) return 0;
  const fromX = flipped ? width - 1 - shiftedX : shiftedX;
  return source[(fromY * width + fromX) * channels + c]!;
}

describe("changeImage", () => {
  test("puts each pixel where its definition says, on any shape", () => {
    const shapes = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .chain(([height, width]) =>
        fc.record({
          ...{ height: fc.constant(height), width: fc.constant(width) },
          channels: fc.integer({ min: 1, max: 3 }),
          flipped: fc.boolean(),
          down: fc.integer({ min: 1 - height, max: height - 1 }),
          right: fc.integer({ min: 1 - width, max: width - 1 }),
          corners: fc.option(
            fc.tuple(fc.nat(height), fc.nat(height), fc.nat(width), fc.nat(width)),
          ),
        }),
      );
    fc.assert(
      fc.property(shapes, ({ height, width, channels, flipped, down, right, corners }) => {
        const size: ImageShape = [height, width, channels];
        const erased = corners
          ? {
              top: Math.min(corners[0], corners[1]),
              height: Math.abs(corners[0] - corners[1]),
              left: Math.min(corners[2], corners[3]),
              width: Math.abs(corners[2] - corners[3]),
            }
          : undefined;
        const change: Change = { flipped, down, right, erased };
        const source = Uint8Array.from({ length: height * width * channels }, (_, i) => 1 + i);
        const untouched = source.slice();
        const target = new Uint8Array(source.length).fill(255);
        changeImage(source, target, { shape: size, change });
        const expected = new Uint8Array(source.length);
        for (let i = 0; i < source.length; i++) {
          const [c, p] = [i % channels, Math.floor(i / channels)];
          const place = { change, y: Math.floor(p / width), x: p % width, c };
          expected[i] = changedPixel(source, size, place);
        }
        expect(target).toEqual(expected);
        expect(source).toEqual(untouched);
      }),
    );
  });
});

describe("drawChange", () => {
  const draws = (augmentation: Parameters<typeof drawChange>[0], count = 4000) =>
    Array.from({ length: count }, (_, i) =>
      drawChange(augmentation, shape, { batch: i >> 4, position: i & 15 }),
    );

  test("repeats itself for the same seed, batch and position, and for no other", () => {
    const place = { batch: 7, position: 3 };
    const strong = { ...all, shift: 14, erasing: 1 };
    const change = drawChange(strong, shape, place);
    expect(drawChange(strong, shape, place)).toEqual(change);
    for (const other of [
      drawChange({ ...strong, seed: 4 }, shape, place),
      drawChange(strong, shape, { ...place, batch: 8 }),
      drawChange(strong, shape, { ...place, position: 4 }),
    ]) {
      expect(other).not.toEqual(change);
    }
  });

  test("flips half of the images, and shifts to each place equally often", () => {
    const changes = draws(all);
    const flipped = changes.filter((change) => change.flipped).length;
    expect(Math.abs(flipped - 2000)).toBeLessThan(4.5 * Math.sqrt(4000 / 4));
    for (const axis of ["down", "right"] as const) {
      for (const pixels of [-2, -1, 0, 1, 2]) {
        const count = changes.filter((change) => change[axis] === pixels).length;
        expect(Math.abs(count - 800)).toBeLessThan(4.5 * Math.sqrt(4000 * 0.2 * 0.8));
      }
    }
  });

  test("erases as often as asked, 2–33 % of the image, three times as high as wide at most", () => {
    const erased = draws(all).flatMap((change) => change.erased ?? []);
    expect(Math.abs(erased.length - 1000)).toBeLessThan(4.5 * Math.sqrt(4000 * 0.25 * 0.75));
    const parts = erased.map(({ height, width }) => (height * width) / 784);
    expect(Math.min(...parts)).toBeGreaterThan(0.015); // sides are rounded to whole pixels
    expect(Math.max(...parts)).toBeLessThan(0.345);
    expect(parts.reduce((sum, part) => sum + part, 0) / parts.length).toBeCloseTo(0.175, 1);
    for (const { top, left, height, width } of erased) {
      expect(height / width).toBeGreaterThan(0.2);
      expect(height / width).toBeLessThan(4.2);
      expect(Math.min(top, left)).toBeGreaterThanOrEqual(0);
      expect(Math.max(top + height, left + width)).toBeLessThanOrEqual(28);
    }
    expect(Math.max(...erased.map(({ top, height }) => top + height))).toBe(28);
    expect(Math.min(...erased.map(({ left }) => left))).toBe(0);
  });

  test("one augmentation does not change what another does", () => {
    const flips = (augmentation: Partial<typeof all>) =>
      draws({ seed: 3, flip: true, ...augmentation }, 100).map(({ flipped }) => flipped);
    expect(flips({ erasing: 1 })).toEqual(flips({}));
    const rectangles = (augmentation: Partial<typeof all>) =>
      draws({ seed: 3, erasing: 1, ...augmentation }, 100).map(({ erased }) => erased);
    expect(rectangles({ flip: true })).toEqual(rectangles({}));
  });

  test("does nothing that is not asked for", () => {
    expect(draws({ seed: 3 }, 50)).toEqual(
      Array.from({ length: 50 }, () => ({ flipped: false, down: 0, right: 0, erased: undefined })),
    );
  });
});

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
    for (const one of [{ flip: true }, { shift: 1 }, { erasing: 0.5 }]) {
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
