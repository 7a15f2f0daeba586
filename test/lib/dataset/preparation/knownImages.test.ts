// The photographs behind the data set cannot be had any more. What its steps gave, drawn large, must come back
// through them close to itself: not quite, for it has been sharpened once already.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../../../data-loaders/readDataset.js";
import { nodeTrainer } from "../../../../scripts/training/nodeTrainer.js";
import { firstImages, imageAt, type ImageSet } from "../../../../src/lib/dataset/dataset.js";
import { centre } from "../../../../src/lib/dataset/preparation/centre.js";
import { prepareGarment } from "../../../../src/lib/dataset/preparation/prepareGarment.js";
import {
  decodeReferenceRun,
  type ReferenceRunJson,
} from "../../../../src/lib/files/referenceRun.js";
import { type Drawing, drawnLarge } from "./drawnLarge.js";

const COUNT = 200;
let images: ImageSet;

beforeAll(async () => {
  images = firstImages((await readDataset()).test, COUNT);
});

const all = <T>(measure: (image: Uint8Array) => T): T[] =>
  Array.from({ length: COUNT }, (_, i) => measure(imageAt(images, i)));

/** The mean difference of a pixel, 0–255. */
const difference = (one: ArrayLike<number>, other: ArrayLike<number>) =>
  Array.from(one).reduce((sum, value, i) => sum + Math.abs(value - other[i]!), 0) / one.length;

/** The image that half of them, or so many, are not above. */
const quantile = (values: readonly number[], part: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))]!;

const onWhite: Drawing = { scale: 2, room: 8 };

/** What there is before the second sharpening, as an image. */
function unsharpened(image: Uint8Array): number[] {
  const small = prepareGarment(drawnLarge(image, onWhite)).steps.find(
    ({ name }) => name === "small",
  )!;
  const { rgb } = centre(small.picture, 28);
  return Array.from({ length: 784 }, (_, i) => Math.round(255 - rgb[3 * i]!));
}

describe("an image of the data set that is drawn large comes back", () => {
  test("exactly before it is sharpened again, but for those whose edges are as good as black", () => {
    const differences = all((image) => difference(unsharpened(image), image));
    expect(differences.filter((found) => found === 0).length).toBeGreaterThan(0.9 * COUNT);
  });

  test.each<[string, Drawing, { median: number; most: number }]>([
    ["on white", onWhite, { median: 2.5, most: 5 }],
    ["on black", { ...onWhite, paper: 0 }, { median: 2.5, most: 5 }],
    ["on grey paper", { ...onWhite, paper: 180 }, { median: 2.5, most: 5 }],
    [
      "smoothly, to the shop's 73 pixels",
      { scale: 2.3, room: 4, smooth: true },
      { median: 9, most: 16 },
    ],
  ])("%s, its pixels off by this much", (_, drawing, { median, most }) => {
    const found = all((image) =>
      difference(prepareGarment(drawnLarge(image, drawing)).pixels, image),
    );
    expect(quantile(found, 0.5)).toBeLessThan(median);
    expect(quantile(found, 0.9)).toBeLessThan(most);
  });

  test("and the network says the same of 19 in 20", async () => {
    const drawing = { scale: 2.3, room: 4, smooth: true };
    const prepared = all((image) => prepareGarment(drawnLarge(image, drawing)).pixels);
    const pixels = Uint8Array.from(prepared.flatMap((image) => [...image]));
    const before = await predictions(images);
    const after = await predictions({ ...images, images: pixels });
    const same = before.filter((prediction, i) => prediction === after[i]).length;
    expect(same).toBeGreaterThanOrEqual(0.94 * COUNT);
  });
});

test("the data set's narrow images have the odd pixel of room on the left, and low ones on top", () => {
  const found = all((image) => {
    const seen = Array.from(image.keys()).filter((i) => image[i]! > 0);
    const rows = seen.map((i) => Math.floor(i / 28));
    const columns = seen.map((i) => i % 28);
    const [narrow, low] = [columns, rows].map((places) => {
      const [first, last] = [Math.min(...places), Math.max(...places)];
      return { before: first, after: 27 - last };
    });
    return Math.max(...rows) - Math.min(...rows) === 27 ? narrow! : low!;
  });
  const odd = found.filter(({ before, after }) => (before + after) % 2 === 1);
  expect(odd.length).toBeGreaterThan(COUNT / 4);
  expect(odd.filter(({ before, after }) => before === after + 1).length).toBeGreaterThan(
    0.97 * odd.length,
  );
});

async function predictions(set: ImageSet): Promise<Uint8Array> {
  const json = JSON.parse(readFileSync("src/reference/run.json", "utf8")) as ReferenceRunJson;
  const run = decodeReferenceRun(json, readFileSync("src/reference/weights.safetensors"));
  const { topology, hyperparameters, checkpoint } = run;
  const trainer = await nodeTrainer("engine")({
    topology,
    hyperparameters,
    train: set,
    state: checkpoint,
  });
  const evaluation = await trainer.evaluate(set);
  trainer.dispose();
  return evaluation.predictions;
}
