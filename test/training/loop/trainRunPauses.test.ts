import { describe, expect, test } from "vitest";
import { dataset, short, train, weightsOf } from "./shortRun.js";
import { accuracy } from "../../../src/lib/network/metrics.js";
import { TrainingControl } from "../../../src/training/loop/control.js";
import { newRun } from "../../../src/training/worker/newRun.js";

describe("trainRun", () => {
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
});
