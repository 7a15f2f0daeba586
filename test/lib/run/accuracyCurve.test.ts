import { expect, test } from "vitest";
import { accuracyCurve } from "../../../src/lib/run/accuracyCurve.js";
import { exported } from "../files/exportedRun.js";

const { run } = exported({ status: "stopped" }); // after one epoch of 3,000 batches
const stoppedAt = (batch: number, epochs = run.history.epochs) =>
  accuracyCurve({
    ...run,
    checkpoint: { ...run.checkpoint, batch },
    history: { ...run.history, epochs },
  });

test("a run that was stopped in its first epoch has the accuracy that it was stopped at", () => {
  expect(stoppedAt(1500, [])).toEqual([{ epoch: 0.5, value: 0.625 }]);
});

test("one that was stopped later has that behind its epochs", () => {
  expect(stoppedAt(4500)).toEqual([
    { epoch: 1, value: 0.5 },
    { epoch: 1.5, value: 0.625 },
  ]);
});

test("one that stands at the end of an epoch has nothing twice", () => {
  expect(stoppedAt(3000)).toEqual([{ epoch: 1, value: 0.5 }]);
});
