import { beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { nodeTrainer } from "../../../scripts/training/nodeTrainer.js";
import type { Dataset } from "../../../src/lib/dataset/dataset.js";
import {
  defaultHyperparameters,
  type Hyperparameters,
} from "../../../src/lib/run/hyperparameters.js";
import { accuracy } from "../../../src/lib/network/metrics.js";
import type { Run } from "../../../src/lib/run/run.js";
import * as tf from "../../../src/lib/network/tf.js";
import { TrainingControl } from "../../../src/training/loop/control.js";
import { newRun } from "../../../src/training/worker/newRun.js";
import { trainRun, type TrainingHandlers } from "../../../src/training/loop/trainRun.js";

const createTrainer = nodeTrainer("wasm");
let dataset: Dataset; // real images; a smaller test set keeps the evaluations short

beforeAll(async () => {
  const { train, test: all } = await readDataset();
  const test = {
    images: all.images.subarray(0, 784_000),
    labels: all.labels.subarray(0, 1000),
    count: 1000,
  };
  dataset = { train, test };
});

const short: Hyperparameters = {
  ...defaultHyperparameters,
  epochs: 2,
  trainImages: 510,
  learningRate: 0.01,
};

async function train(
  run: Run,
  {
    control = new TrainingControl(),
    handlers,
  }: { control?: TrainingControl; handlers?: TrainingHandlers } = {},
): Promise<Run> {
  await trainRun(run, { dataset, createTrainer, control, ...(handlers ? { handlers } : {}) });
  return run;
}

const weightsOf = ({ checkpoint }: Run) =>
  checkpoint.weights.map(({ values }) => Array.from(values));

describe("trainRun", () => {
  test("learns: over 60 % of the test images after 600 steps on real data", async () => {
    const hyperparameters = {
      ...defaultHyperparameters,
      epochs: 1,
      trainImages: 12_000,
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

  test("goes on exactly after it was stopped in the middle of an epoch, momentum included", async () => {
    const whole = await train(await newRun(short));
    const control = new TrainingControl();
    const stopped = await train(await newRun(short), {
      control,
      handlers: {
        onSteps: (_, { batch }) => {
          if (batch >= 30) control.stop();
        },
      },
    });
    expect(stopped.status).toBe("stopped");
    expect(stopped.checkpoint.batch).toBeGreaterThanOrEqual(30);
    expect(stopped.checkpoint.batch).toBeLessThan(52);
    const { accuracy: found, predictions } = stopped.evaluation!;
    expect(found).toBe(accuracy(predictions, dataset.test.labels));
    const resumed = await train(structuredClone(stopped));
    expect(weightsOf(resumed)).toEqual(weightsOf(whole));
    expect(resumed.history.curve).toEqual(whole.history.curve);
    expect(resumed.history.epochs.map(({ loss }) => loss)).toEqual(
      whole.history.epochs.map(({ loss }) => loss),
    );
  });

  test("saves on a pause, waits, and goes on", async () => {
    const control = new TrainingControl();
    const saved: string[] = [];
    const run = await train(await newRun(short), {
      control,
      handlers: {
        onSteps: (_, { batch }) => {
          if (batch < 5) control.pause();
        },
        onSave: ({ status }) => {
          saved.push(status);
          if (status === "paused") {
            setTimeout(() => {
              control.resume();
            }, 50);
          }
          return Promise.resolve();
        },
      },
    });
    expect(saved[0]).toBe("paused");
    expect(saved.at(-1)).toBe("finished");
    expect(run.checkpoint.batch).toBe(52);
  });

  test("takes single steps, which it tells of, and then an epoch, and the run is the same", async () => {
    const whole = await train(await newRun(short));
    const control = new TrainingControl("step");
    const seen: number[] = [];
    const paused: number[] = [];
    const run = await train(await newRun(short), {
      control,
      handlers: {
        onInspection: (_, { step }) => seen.push(step),
        onSave: ({ status, checkpoint: { batch } }) => {
          if (status !== "paused") return Promise.resolve();
          paused.push(batch);
          const advance = batch < 3 ? "step" : batch < 26 ? "epoch" : undefined;
          queueMicrotask(() => {
            control.resume({ advance });
          });
          return Promise.resolve();
        },
      },
    });
    expect(seen).toEqual([1, 2, 3]);
    expect(paused).toEqual([1, 2, 3, 26]);
    expect(weightsOf(run)).toEqual(weightsOf(whole));
    expect(run.history.curve).toEqual(whole.history.curve);
    expect(run.history.rateChanges).toBeUndefined();
  });

  test("goes on with another learning rate from a pause on, keeps where, and resumes exactly", async () => {
    const learningRate = 0.05;
    const changing = async (stopAt: number) => {
      const control = new TrainingControl("epoch");
      const run = await train(await newRun(short), {
        control,
        handlers: {
          onSteps: (_, { batch }) => {
            if (batch >= stopAt) control.stop();
          },
          onSave: ({ status }) => {
            queueMicrotask(() => {
              if (status === "paused") control.resume({ learningRate });
            });
            return Promise.resolve();
          },
        },
      });
      return run;
    };
    const whole = await changing(Infinity);
    expect(whole.history.rateChanges).toEqual([{ batch: 26, learningRate }]);
    expect(weightsOf(whole)).not.toEqual(weightsOf(await train(await newRun(short))));
    const stopped = await changing(35);
    expect(stopped.status).toBe("stopped");
    expect(weightsOf(await train(structuredClone(stopped)))).toEqual(weightsOf(whole));
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
