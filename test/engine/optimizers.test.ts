// Every optimizer and every schedule over several steps. Before each step the reference takes over the
// engine's weights and memory, so that the tolerance of one step is enough (optimizerBounds.ts), and
// errors do not add up.
import { describe, expect, test } from "vitest";
import { drawImages, drawWeights } from "./drawnNumbers.js";
import { expectWithin } from "./expectWithin.js";
import { UNIT } from "./floatError.js";
import { trainingBounds } from "./networkBounds.js";
import { adamError, type OptimizerError, sgdError } from "./optimizerBounds.js";
import type { Mask } from "../../src/engine/reference/layerPass.js";
import { ReferenceNetwork } from "../../src/engine/reference/referenceNetwork.js";
import { type Schedule, scheduledRate } from "../../src/engine/reference/schedule.js";
import { Tensor } from "../../src/engine/reference/tensor.js";
import { beyondRegistry } from "../../src/lib/run/hyperparameterRegistry.js";
import { defaultHyperparameters, type Hyperparameters } from "../../src/lib/run/hyperparameters.js";
import type { NamedWeight } from "../../src/lib/network/namedWeight.js";
import { batchSource, dropoutMask } from "../../src/training/batches/batches.js";
import { createEngineTrainer } from "../../src/training/engine/engineTrainer.js";
import { learningRateAt } from "../../src/training/loop/optimizerSettings.js";
import { createReferenceTrainer } from "./referenceTrainer.js";
import { topologyOf } from "./topologyOf.js";
import type { TrainerRequest, TrainerState } from "../../src/training/loop/trainer.js";

/** 15 images in batches of 6 make three steps an epoch, the last one of three images. */
const STEPS = 9;
const recipe = {
  ...defaultHyperparameters,
  epochs: 3,
  batchSize: 6,
  trainImages: 15,
  seed: 9,
  learningRate: 0.02,
};
const network = {
  inputShape: [6, 5, 2] as [number, number, number],
  specs: [
    { layer: "conv2d", config: { filters: 3, kernelSize: 2, activation: "relu" } } as const,
    { layer: "batchNormalization", config: {} } as const,
    { layer: "flatten", config: {} } as const,
    { layer: "dropout", config: { rate: 0.3 } } as const,
    { layer: "dense", config: { units: 4 } } as const,
  ],
  classes: 4,
};
const { topology, weights: expected } = topologyOf(network);
const drawn = { seed: 9, count: 15, quantised: false, dark: false };
const images = drawImages(network, drawn, 0);
const train = { images: images.pixels, labels: Uint8Array.from(images.labels), count: 15 };

const optimizers = beyondRegistry.optimizer.options.map(({ value }) => value);
const schedules = beyondRegistry.schedule.options.map(({ value }) => value);

const recipes = optimizers.flatMap((optimizer) =>
  schedules.map((schedule) => ({
    ...recipe,
    optimizer,
    schedule,
    weightDecay: schedule === "cosine" ? 0.1 : 0,
  })),
);

describe("one step of the engine is one step of the reference, from the same weights and memory", () => {
  test.each(recipes)("$optimizer, $schedule, decay $weightDecay", async (hyperparameters) => {
    const state = { weights: drawWeights(expected, drawn), velocities: [] };
    const engine = await createEngineTrainer({ topology, hyperparameters, train, state });
    for (let step = 0; step < STEPS; step++) {
      const before = step === 0 ? state : await engine.readState();
      const request = { topology, hyperparameters, train, state: before };
      const reference = await createReferenceTrainer(request);
      const [found, wanted] = [await engine.runSteps(step, 1), await reference.runSteps(step, 1)];
      expect(found[0]).toBeCloseTo(wanted[0]!, 5);
      compareStates(await engine.readState(), await reference.readState(), {
        bounds: stepBounds(request, step),
        step,
      });
    }
  });
});

function compareStates(
  found: TrainerState,
  expected: TrainerState,
  { bounds, step }: { bounds: Map<string, OptimizerError[]>; step: number },
): void {
  const kinds = { weights: "w", velocities: "v", squares: "s" } as const;
  for (const kind of ["weights", "velocities", "squares"] as const) {
    expect(found[kind]?.map(({ name }) => name)).toEqual(expected[kind]?.map(({ name }) => name));
    found[kind]?.forEach(({ name, values }, i) => {
      const errors = bounds.get(name);
      if (!errors) return; // moving statistics, which layers.test.ts compares
      const wanted = new Tensor([values.length], Float64Array.from(expected[kind]![i]!.values));
      // The reference tells its state in float32 as well.
      const bound = wanted.map((value, k) => errors[k]![kinds[kind]] + UNIT * Math.abs(value));
      expectWithin({
        what: `${name}, ${kind} of step ${step}`,
        found: values,
        expected: wanted,
        bound,
      });
    });
  }
}

/** The errors that a step may have, by weight and number. */
function stepBounds(request: TrainerRequest, step: number): Map<string, OptimizerError[]> {
  const { hyperparameters, state } = request;
  const { batch, mask } = batchOf(hyperparameters, step);
  const reference = new ReferenceNetwork(topology, state.weights);
  const pass = reference.trainingPass(batch.images, batch.labels, mask);
  const bounds = trainingBounds(reference, pass, mask);
  const remembered = (list: readonly NamedWeight[] | undefined, name: string, k: number) =>
    list?.find((weight) => weight.name === name)?.values[k] ?? 0;
  return new Map(
    [...pass.gradients].map(([name, gradient]) => [
      name,
      Array.from(gradient.values, (g, k) => {
        const w = reference.weights.get(name)!.values[k]!;
        const v = remembered(state.velocities, name, k);
        const s = remembered(state.squares, name, k);
        const error = bounds.gradients.get(name)!.values[k]!;
        return stepError({ w, v, s, g, error }, hyperparameters, step);
      }),
    ]),
  );
}

function stepError(
  before: Parameters<typeof sgdError>[0],
  hyperparameters: Hyperparameters,
  step: number,
): OptimizerError {
  const { optimizer, momentum, weightDecay = 0, schedule } = hyperparameters;
  const done = step / (STEPS - 1);
  const learningRate = scheduledRate(hyperparameters.learningRate, schedule!, done);
  const common = { learningRate, weightDecay };
  if (optimizer === "sgd" || optimizer === "nesterov") {
    return sgdError(before, { ...common, momentum, nesterov: optimizer === "nesterov" });
  }
  const betas = { beta1: momentum, beta2: 0.999, epsilon: 1e-8 };
  return adamError(before, { ...common, ...betas, decoupled: optimizer === "adamw" }, step + 1);
}

function batchOf(hyperparameters: Hyperparameters, step: number) {
  const { images: numbers, labels } = batchSource(train, hyperparameters, network.inputShape)(step);
  const shape = [labels.length, ...network.inputShape];
  const { seed } = hyperparameters;
  const mask: Mask = (size, { rate, layer }) =>
    dropoutMask(size, rate, { seed, batch: step, layer });
  return { batch: { images: new Tensor(shape, Float64Array.from(numbers)), labels }, mask };
}

describe("the learning rate of each step is the reference's", () => {
  test.each(schedules)("%s", (schedule: Schedule) => {
    for (let step = 0; step < STEPS; step++) {
      const found = learningRateAt({ ...recipe, schedule }, step);
      const wanted = scheduledRate(recipe.learningRate, schedule, step / (STEPS - 1));
      expect(Math.abs(found - wanted)).toBeLessThan(1e-12 * recipe.learningRate);
    }
  });

  test("one step alone is at the beginning of its schedule", () => {
    const alone = { ...recipe, epochs: 1, batchSize: 15 };
    expect(learningRateAt({ ...alone, schedule: "cosine" }, 0)).toBe(recipe.learningRate);
  });
});
