import { beforeAll, expect, test } from "vitest";
import { firstImages } from "../networks.js";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { firstImages as firstOf, type ImageSet } from "../../../src/lib/dataset/dataset.js";
import { createEngineTrainer } from "../../../src/training/engine/engineTrainer.js";
import {
  firstRecipe,
  firstSteps,
  type FirstView,
  SHOWN_IMAGES,
} from "../../../src/training/first/firstSteps.js";
import { newRun } from "../../../src/training/worker/newRun.js";

let test200: ImageSet;
let train: ImageSet;
beforeAll(async () => {
  train = await firstImages(1000);
  test200 = firstOf((await readDataset()).test, 200);
});

async function viewsOf(seed: number): Promise<FirstView[]> {
  const hyperparameters = firstRecipe(seed, train.count);
  const { topology, checkpoint: state } = await newRun(hyperparameters);
  const views: FirstView[] = [];
  await firstSteps(
    { topology, hyperparameters, train, state },
    {
      createTrainer: createEngineTrainer,
      test: test200,
      onView: (view) => views.push(view),
    },
  );
  return views;
}

test("learns from nothing to at least seven of ten, and is seen on the way", async () => {
  const views = await viewsOf(1);
  expect(views[0]).toMatchObject({ seen: 0 });
  expect(views[0]!.accuracy).toBeLessThan(0.3);
  expect(views.at(-1)!.accuracy).toBeGreaterThan(0.7);
  expect(views.at(-1)!.seen).toBe(20 * 1000);
  for (const { predictions, filters } of views) {
    expect(predictions).toHaveLength(SHOWN_IMAGES);
    expect(filters).toHaveLength(3 * 3 * 10);
  }
  expect(views[1]!.filters).not.toEqual(views[0]!.filters);
});

test("begins elsewhere with another seed, and at the same place with the same", async () => {
  const [first, again, other] = [await viewsOf(1), await viewsOf(1), await viewsOf(2)];
  expect(again).toEqual(first);
  expect(other[0]!.filters).not.toEqual(first[0]!.filters);
});
