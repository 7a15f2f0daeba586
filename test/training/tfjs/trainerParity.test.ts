import { beforeAll, describe, expect, test } from "vitest";
import { smallNetwork, trainBoth } from "./bothTrainers.js";
import { firstImages, relativeDifference, requestFor } from "../networks.js";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import type { Hyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { createTfjsTrainer } from "../../../src/training/tfjs/tfjsTrainer.js";

let train: ImageSet;
beforeAll(async () => {
  train = await firstImages(40);
});

describe("engine and tfjs take the same steps", () => {
  const recipes: Partial<Hyperparameters>[] = [
    { weightDecay: 0.1, schedule: "cosine" },
    { optimizer: "nesterov", schedule: "one-cycle" },
    { optimizer: "nesterov", weightDecay: 0.1 },
    { optimizer: "adam", learningRate: 0.002 },
    { optimizer: "adam", learningRate: 0.002, weightDecay: 0.1, schedule: "one-cycle" },
    { optimizer: "adamw", learningRate: 0.002, weightDecay: 0.1, schedule: "cosine" },
    { flip: true, shift: 3, erasing: 0.5 },
    { labelSmoothing: 0.2, alternatingFlip: true },
  ];
  test.each(recipes.map((recipe) => [JSON.stringify(recipe), recipe] as const))(
    "%s",
    async (_, recipe) => {
      const values = { epochs: 2, learningRate: 0.02, ...recipe, train };
      const request = await requestFor(smallNetwork(), values);
      const [engine, tfjs] = await trainBoth(request, 2);
      const [found, expected] = [await engine.readState(), await tfjs.readState()];
      expect(relativeDifference(found.weights, expected.weights)).toBeLessThan(1e-4);
      expect(expected.velocities.map(({ name }) => name)).toEqual(
        found.velocities.map(({ name }) => name),
      );
      expect(relativeDifference(found.velocities, expected.velocities)).toBeLessThan(1e-4);
      expect(found.squares?.length).toBe(expected.squares?.length);
      if (found.squares && expected.squares) {
        expect(relativeDifference(found.squares, expected.squares)).toBeLessThan(1e-4);
      }
    },
  );

  test("and a recipe makes a difference", async () => {
    const weightsAfter = async (recipe: Partial<Hyperparameters>) => {
      const values = { epochs: 2, learningRate: 0.02, ...recipe, train };
      const trainer = await createTfjsTrainer(await requestFor(smallNetwork(), values));
      await trainer.runSteps(0, 3);
      return (await trainer.readState()).weights;
    };
    const plain = await weightsAfter({});
    for (const recipe of [
      ...([{ weightDecay: 0.1 }, { optimizer: "nesterov" }] as const),
      ...([{ schedule: "cosine" }, { optimizer: "adam" }, { flip: true }] as const),
      ...([{ labelSmoothing: 0.2 }, { alternatingFlip: true }] as const),
    ]) {
      expect(relativeDifference(await weightsAfter(recipe), plain)).toBeGreaterThan(1e-3);
    }
  });
});
