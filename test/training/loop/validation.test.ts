// Runs with images set apart for validation, and without, on the engine.
import { describe, expect, test } from "vitest";
import { dataset, short } from "./shortRun.js";
import { nodeTrainer } from "../../../scripts/training/nodeTrainer.js";
import type { Hyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { keptHeldOut, recordedHeldOut } from "../../../src/lib/run/heldOut/heldOut.js";
import type { Run } from "../../../src/lib/run/run.js";
import { splitRun } from "../../../src/lib/run/runRecord.js";
import { weightsFingerprint } from "../../../src/lib/run/weightsFingerprint.js";
import { TrainingControl } from "../../../src/training/loop/control.js";
import { trainRun } from "../../../src/training/loop/trainRun.js";
import { newRun } from "../../../src/training/worker/newRun.js";

const createTrainer = nodeTrainer("engine");

async function trained(values: Partial<Hyperparameters>): Promise<Run> {
  const run = await newRun({ ...short, ...values });
  await trainRun(run, { dataset, createTrainer, control: new TrainingControl() });
  return run;
}

// As they were before there was a validation.
const changed = { flip: true, shift: 2, optimizer: "adam", schedule: "one-cycle" } as const;
test.each([
  ["the original's recipe", {}, "6714093644b03b9c"],
  ["its recipe with all that lies beyond", changed, "4f63006080a11d52"],
])("%s gives the same weights as ever, to the bit", async (_, values, fingerprint) => {
  for (const more of [{}, { validationImages: 0, classWeights: "1111111111" }]) {
    const { checkpoint } = await trained({ ...values, ...more });
    expect(await weightsFingerprint(checkpoint.weights)).toBe(fingerprint);
  }
});

describe("a run with validation", () => {
  test("learns from the others, and is judged by it alone", async () => {
    const run = await trained({ trainImages: 700, validationImages: 190 });
    expect(run.checkpoint.batch).toBe(2 * Math.ceil(510 / 20));
    expect(run.evaluation).toBeUndefined();
    for (const epoch of run.history.epochs) {
      expect(epoch).toMatchObject({ validationAccuracy: expect.any(Number) as number });
      expect(epoch).not.toHaveProperty("testAccuracy");
    }
    const { right, accuracy } = run.validation!;
    expect(right).toHaveLength(190);
    expect(right.reduce((sum, one) => sum + one, 0) / 190).toBeCloseTo(accuracy, 12);
    expect(run.history.epochs.at(-1)!.validationAccuracy).toBe(accuracy);
    expect(keptHeldOut(run)).toMatchObject({ set: "validation", accuracy });
    expect(recordedHeldOut(splitRun(run).record)).toEqual(keptHeldOut(run));
  });

  test("that is taken up closes the test again, whose weights are no more", async () => {
    const run = await newRun({ ...short, trainImages: 700, validationImages: 190 });
    const control = new TrainingControl();
    const handlers = {
      onEpoch: () => {
        control.stop();
      },
    };
    await trainRun(run, { dataset, createTrainer, control, handlers });
    expect(run.status).toBe("stopped");
    run.evaluation = { loss: 1, predictions: new Uint8Array(), confidences: new Float32Array() };
    await trainRun(run, { dataset, createTrainer, control: new TrainingControl() });
    expect(run.status).toBe("finished");
    expect(run.evaluation).toBeUndefined();
  });
});
