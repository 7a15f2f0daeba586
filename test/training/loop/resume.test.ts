import { beforeAll, describe, expect, test } from "vitest";
import { firstImages, logSoftmax, relativeDifference, requestFor } from "../networks.js";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import type { Hyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { RateChange } from "../../../src/lib/run/run.js";
import * as tf from "../../../src/lib/network/tf.js";
import { createEngineTrainer } from "../../../src/training/engine/engineTrainer.js";
import { createTfjsTrainer } from "../../../src/training/tfjs/tfjsTrainer.js";
import type { CreateTrainer, TrainerState } from "../../../src/training/loop/trainer.js";

let train: ImageSet;
beforeAll(async () => {
  train = await firstImages(40);
});

const layers = () => [
  tf.layers.conv2d({
    name: "conv",
    inputShape: [28, 28, 1],
    filters: 3,
    kernelSize: 5,
    strides: 3,
  }),
  tf.layers.batchNormalization({ name: "norm" }),
  tf.layers.reLU(),
  tf.layers.flatten(),
  tf.layers.dropout({ rate: 0.3 }),
  tf.layers.dense({ name: "fc", units: 10, activation: logSoftmax }),
];

const augmented = { flip: true, shift: 2, erasing: 0.5 };
const rateChanges = [
  { batch: 5, learningRate: 0.03 },
  { batch: 11, learningRate: 0.002 },
];
const recipes: Parameters<typeof trained>[1][] = [
  { weightDecay: 0.01, schedule: "cosine" },
  { optimizer: "nesterov", schedule: "one-cycle" },
  { optimizer: "adam", learningRate: 0.001, weightDecay: 0.01 },
  { optimizer: "adamw", learningRate: 0.001, weightDecay: 0.1, schedule: "cosine" },
  augmented,
  { rateChanges },
  { rateChanges, optimizer: "adamw", schedule: "one-cycle" },
  { ...augmented, optimizer: "adam", learningRate: 0.001, schedule: "one-cycle" },
];
const cases = recipes.map((recipe) => [JSON.stringify(recipe), recipe] as const);

/** The state and the losses after 14 steps of two epochs, begun anew after some of them. */
async function trained(
  create: CreateTrainer,
  { rateChanges, ...recipe }: Partial<Hyperparameters> & { rateChanges?: RateChange[] },
  interruptions: readonly number[],
): Promise<{ losses: number[]; state: TrainerState }> {
  const request = await requestFor(layers(), { train, epochs: 2, learningRate: 0.01, ...recipe });
  let { state } = request;
  const losses: number[] = [];
  const ends = [...interruptions, 14];
  for (const [i, end] of ends.entries()) {
    const trainer = await create({ ...request, state, rateChanges: () => rateChanges });
    for (let step = ends[i - 1] ?? 0; step < end; step++) {
      losses.push(...(await trainer.runSteps(step, 1)));
    }
    state = structuredClone(await trainer.readState()); // as a worker or a store gives it back
    trainer.dispose();
  }
  return { losses, state };
}

describe("a run that goes on from a checkpoint", () => {
  test.each(cases)("is, in the engine, the run that never stopped: %s", async (_, recipe) => {
    const whole = await trained(createEngineTrainer, recipe, []);
    expect(await trained(createEngineTrainer, recipe, [3, 7, 11])).toEqual(whole);
  });

  test.each(cases)("is, in tfjs, the run that never stopped: %s", async (_, recipe) => {
    const whole = await trained(createTfjsTrainer, recipe, []);
    const resumed = await trained(createTfjsTrainer, recipe, [3, 7, 11]);
    for (const kind of ["weights", "velocities", "squares"] as const) {
      const [found, expected] = [resumed.state[kind], whole.state[kind]];
      expect(found?.length).toBe(expected?.length);
      if (found && expected) expect(relativeDifference(found, expected)).toBeLessThan(1e-6);
    }
  });

  test("has the same losses up to a change of the learning rate, and others behind the next step", async () => {
    const plain = await trained(createEngineTrainer, {}, []);
    const changed = await trained(createEngineTrainer, { rateChanges: [rateChanges[0]!] }, []);
    expect(changed.losses.slice(0, 6)).toEqual(plain.losses.slice(0, 6));
    expect(changed.losses[6]).not.toBe(plain.losses[6]);
  });

  test("may change its trainer", async () => {
    const recipe: Partial<Hyperparameters> = { ...augmented, optimizer: "adam" };
    const whole = await trained(createEngineTrainer, { ...recipe, learningRate: 0.001 }, []);
    const both: CreateTrainer[] = [createEngineTrainer, createTfjsTrainer];
    let turn = 0;
    const inTurns: CreateTrainer = (request) => both[turn++ % 2]!(request);
    const mixed = await trained(inTurns, { ...recipe, learningRate: 0.001 }, [3, 7, 11]);
    whole.losses.forEach((loss, i) => {
      expect(mixed.losses[i]).toBeCloseTo(loss, 3);
    });
  });
});
