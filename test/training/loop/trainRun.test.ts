import { describe, expect, test } from "vitest";
import { createTrainer, dataset, short, train, weightsOf } from "./shortRun.js";
import { nodeTrainer } from "../../../scripts/training/nodeTrainer.js";
import { accuracy } from "../../../src/lib/network/metrics.js";
import * as tf from "../../../src/lib/network/tf.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { TrainingControl } from "../../../src/training/loop/control.js";
import { trainRun } from "../../../src/training/loop/trainRun.js";
import { newRun } from "../../../src/training/worker/newRun.js";

describe("trainRun", () => {
  test("learns: over 60 % of the test images after 300 steps on real data", async () => {
    const hyperparameters = {
      ...defaultHyperparameters,
      epochs: 1,
      trainImages: 6000,
      learningRate: 0.01,
    };
    const run = await train(await newRun(hyperparameters));
    expect(run.status).toBe("finished");
    expect(accuracy(run.evaluation!.predictions, dataset.test.labels)).toBeGreaterThan(0.6);
    expect(run.history.epochs[0]!.testAccuracy).toBeGreaterThan(0.6);
  });

  test("gives the same run for the same seed, and another for another", async () => {
    const [first, second, other] = [
      await train(await newRun(short)),
      await train(await newRun(short)),
      await train(await newRun({ ...short, seed: 43 })),
    ];
    expect(weightsOf(first)).toEqual(weightsOf(second));
    expect(first.history.curve).toEqual(second.history.curve);
    expect(weightsOf(first)).not.toEqual(weightsOf(other));
  });

  test("weights the mean loss of an epoch by images, the last partial batch included", async () => {
    const losses: { loss: number; count: number }[] = [];
    const run = await train(await newRun({ ...short, epochs: 1 }), {
      handlers: { onSteps: (_, { loss, count }) => losses.push({ loss, count }) },
    });
    expect(run.history.curve).toHaveLength(26); // 25 batches of 20 and one of 10
    const images = run.history.curve.map((_, i) => (i < 25 ? 20 : 10));
    const sum = run.history.curve.reduce((total, { loss }, i) => total + loss * images[i]!, 0);
    expect(run.history.epochs[0]!.loss).toBeCloseTo(sum / 510, 10);
  });

  test("stops when the loss shoots up, and keeps the last sound weights", async () => {
    const begun = await newRun({ ...short, trainImages: 4000, learningRate: 10 });
    const run = await train({ ...begun, updatedAt: 0 });
    expect(run.status).toBe("diverged");
    expect(run.updatedAt).toBeGreaterThanOrEqual(begun.updatedAt); // who looks at it is to be told
    expect(weightsOf(run).flat().every(Number.isFinite)).toBe(true);
  });

  test("keeps no weights that are no numbers, though the loss still was one", async () => {
    const run = await newRun(short);
    const before = weightsOf(run);
    await trainRun(run, {
      dataset,
      control: new TrainingControl(),
      async createTrainer(request) {
        const trainer = await createTrainer(request);
        return {
          ...trainer,
          async readState() {
            const state = await trainer.readState();
            state.weights[0]!.values[3] = NaN;
            return state;
          },
        };
      },
    });
    expect(run.status).toBe("diverged");
    expect(weightsOf(run)).toEqual(before);
  });

  test("never takes more than a hundred steps before it looks at the losses", async () => {
    const counts: number[] = [];
    const run = await newRun({ ...short, epochs: 1, batchSize: 1, trainImages: 3000 });
    await trainRun(run, {
      dataset,
      control: new TrainingControl(),
      createTrainer: nodeTrainer("engine"),
      handlers: { onSteps: (_, { count }) => counts.push(count) },
    });
    expect(Math.max(...counts)).toBeLessThanOrEqual(100);
  });

  test("keeps no tensor, epoch after epoch", async () => {
    const counts: number[] = [];
    const before = tf.memory().numTensors;
    await train(await newRun({ ...short, epochs: 4 }), {
      handlers: { onEpoch: () => counts.push(tf.memory().numTensors) },
    });
    expect(new Set(counts).size).toBe(1);
    expect(tf.memory().numTensors).toBe(before);
  });
});
