import { beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { loadNodeBackend } from "../../../scripts/training/nodeTrainer.js";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { NamedWeight } from "../../../src/lib/network/namedWeight.js";
import { chooseBackend } from "../../../src/training/tfjs/chooseBackend.js";
import {
  compareTrainers,
  largestDifference,
} from "../../../src/training/measure/compareTrainers.js";
import { createEngineTrainer } from "../../../src/training/engine/engineTrainer.js";
import { newRun } from "../../../src/training/worker/newRun.js";
import { createTfjsTrainer } from "../../../src/training/tfjs/tfjsTrainer.js";
import type { TrainerRequest } from "../../../src/training/loop/trainer.js";

const STEPS = 50;
const hyperparameters = { ...defaultHyperparameters, dropoutRate: 0, trainImages: 1000 };
let train: ImageSet;
beforeAll(async () => {
  ({ train } = await readDataset());
  await chooseBackend(loadNodeBackend, "wasm");
});

async function requestWith(changes: Partial<TrainerRequest> = {}): Promise<TrainerRequest> {
  const { topology, checkpoint } = await newRun(hyperparameters);
  return { topology, hyperparameters, train, state: checkpoint, ...changes };
}

const weight = (name: string, ...values: number[]): NamedWeight => ({
  name,
  shape: [values.length],
  values: Float32Array.from(values),
});

describe("compareTrainers", () => {
  test("the engine and tfjs differ by rounding only, over fifty steps", async () => {
    const request = await requestWith();
    const [engine, tfjs] = [await createEngineTrainer(request), await createTfjsTrainer(request)];
    const done: number[] = [];
    const { engines, steps } = await compareTrainers(engine, tfjs, {
      steps: STEPS,
      initial: request.state.weights,
      onStep: (step) => done.push(step),
    });
    engine.dispose();
    tfjs.dispose();
    expect(engines).toEqual(["motor propio (1 hilo)", "tfjs (wasm)"]);
    expect(done).toEqual(Array.from({ length: STEPS }, (_, i) => i + 1));
    const last = steps.at(-1)!;
    expect(last.movement).toBeGreaterThan(0.005);
    // Rounding alone leaves 1e-6 of the movement. One window of a pooling in which two positions are
    // equal but for rounding lets a gradient through the other one, and leaves some 3e-4.
    expect(steps[4]!.weightDifference / last.movement).toBeLessThan(1e-5);
    expect(last.weightDifference / last.movement).toBeLessThan(2e-3);
    for (const { loss, lossDifference } of steps) expect(lossDifference).toBeLessThan(1e-5 * loss);
  });

  test("another learning rate in one of them is seen at once", async () => {
    const request = await requestWith();
    const other = await requestWith({
      hyperparameters: { ...hyperparameters, learningRate: 0.00101 },
    });
    const [engine, tfjs] = [await createEngineTrainer(request), await createTfjsTrainer(other)];
    const { weights: initial } = request.state;
    const { steps } = await compareTrainers(engine, tfjs, { steps: 3, initial });
    engine.dispose();
    tfjs.dispose();
    expect(steps[0]!.weightDifference / steps[0]!.movement).toBeGreaterThan(5e-3);
  });
});

describe("largestDifference", () => {
  test("is the largest, whatever its sign", () => {
    const a = [weight("a", 1, 2), weight("b", 3)];
    const b = [weight("a", 1.5, 2), weight("b", 2)];
    expect(largestDifference(a, b)).toBe(1);
    expect(largestDifference(b, a)).toBe(1);
    expect(largestDifference(a, a)).toBe(0);
  });

  test("is NaN if one of the values is none, wherever it stands", () => {
    expect(largestDifference([weight("a", NaN, 2)], [weight("a", 1, 0)])).toBeNaN();
    expect(largestDifference([weight("a", 1, 2)], [weight("a", 1, NaN)])).toBeNaN();
  });

  test("refuses weights of other networks", () => {
    expect(() => largestDifference([weight("a", 1)], [weight("b", 1)])).toThrow(
      "a [1] expected, b found",
    );
    expect(() => largestDifference([weight("a", 1)], [])).toThrow("a [1] expected, nothing found");
  });
});
