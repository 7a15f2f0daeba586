import { expect, test } from "vitest";
import type { Reply } from "../../../src/training/worker/messages.js";
import { ProgressReporter } from "../../../src/training/worker/progressReporter.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { Run } from "../../../src/lib/run/run.js";

const history = { curve: [], thousands: [], epochs: [] };

/** Whether the browser is said to have kept a run of `batch` batches, after what `act` does. */
function isSaved(batch: number, act: (reporter: ProgressReporter) => void): boolean | undefined {
  const replies: Reply[] = [];
  const run = {
    hyperparameters: defaultHyperparameters,
    status: "running",
    history,
    checkpoint: { batch },
  } as unknown as Run;
  const reporter = new ProgressReporter(run, (reply) => replies.push(reply));
  act(reporter);
  run.status = "paused"; // which is told at once
  reporter.onSteps({ batch: batch + 1, count: 1, seconds: 1, loss: 1 });
  const last = replies.at(-1);
  return last?.type === "progress" ? last.progress.isSaved : undefined;
}

test("a run is kept from its first save on, though steps have been done since", () => {
  expect(isSaved(0, () => undefined)).toBe(false);
  expect(
    isSaved(0, (reporter) => {
      reporter.onSave(true);
    }),
  ).toBe(true);
});

test("a run that has been taken up again is kept, until a save fails", () => {
  expect(isSaved(40, () => undefined)).toBe(true);
  expect(
    isSaved(40, (reporter) => {
      reporter.onSave(false);
    }),
  ).toBe(false);
});
