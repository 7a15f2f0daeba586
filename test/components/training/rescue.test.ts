// A run that the browser could not save stands only on this page: it can be downloaded until the page is left.
import { expect, test } from "vitest";
import { trainingMachine } from "../../../src/components/training/panel/trainingMachine.js";
import {
  initialTraining,
  type TrainingState,
} from "../../../src/components/training/panel/trainingState.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { Run } from "../../../src/lib/run/run.js";

const run: Run = {
  id: "una",
  version: 1,
  hyperparameters: defaultHyperparameters,
  topology: "{}",
  engine: [],
  status: "finished",
  createdAt: 1,
  updatedAt: 1,
  history: { curve: [], thousands: [], epochs: [] },
  checkpoint: { batch: 0, weights: [], velocities: [], sums: {} as Run["checkpoint"]["sums"] },
};
const unsaved: TrainingState = {
  ...initialTraining,
  activity: { phase: "ended", run },
  messages: [{ kind: "rescue", run }],
  unsaved: true,
};

test("what the reader mistypes afterwards leaves the way out there", () => {
  const checked = trainingMachine(unsaved, { type: "checked", problems: [{ message: "no vale" }] });
  expect(checked.messages).toEqual([
    { kind: "rescue", run },
    { kind: "problem", text: "no vale" },
  ]);
  const sound = trainingMachine(checked, { type: "checked", problems: [] });
  expect(sound.messages).toEqual([{ kind: "rescue", run }]);
});

test("a training that begins afterwards, and its failure, leave the way out there", () => {
  const begun = trainingMachine(unsaved, { type: "begun" });
  expect(begun.messages).toEqual([{ kind: "rescue", run }]);
  const failed = trainingMachine(begun, { type: "failed", message: "se perdió", retry: true });
  expect(failed.messages).toEqual([
    { kind: "rescue", run },
    { kind: "failure", text: "se perdió", retry: true },
  ]);
});
