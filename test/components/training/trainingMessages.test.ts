// What the machine has the reader told: messages and announcements.
import { expect, test } from "vitest";
import {
  trainingMachine,
  type TrainingEvent,
} from "../../../src/components/training/panel/trainingMachine.js";
import { initialTraining } from "../../../src/components/training/panel/trainingState.js";
import { after, begun, inspection, progressTo, run, runThat } from "./trainingPhases.js";

test("a run that could not be saved whole is to be downloaded, unless it has diverged", () => {
  const unsaved = after(...begun, { type: "progress", run, progress: progressTo(20, false) });
  expect(unsaved.unsaved).toBe(true);
  const finished = runThat("finished");
  const ended = trainingMachine(unsaved, { type: "ended", run: finished });
  expect(ended.messages).toEqual([{ kind: "rescue", run: finished }]);
  const diverged = trainingMachine(unsaved, { type: "ended", run: runThat("diverged") });
  expect(diverged.messages).toMatchObject([{ kind: "problem" }]);
  expect(diverged.unsaved).toBe(false);
});

test("a notice takes the place of the one about the same, and goes when there is nothing to say", () => {
  const notice = (about: "room" | "engine", message?: string): TrainingEvent => ({
    type: "noticed",
    notice: { about, message },
  });
  const told = after(
    ...begun,
    notice("room", "uno"),
    notice("engine", "dos"),
    notice("room", "tres"),
  );
  expect(told.messages.map((message) => "text" in message && message.text)).toEqual([
    "dos",
    "tres",
  ]);
  const gone = trainingMachine(told, notice("engine"));
  expect(gone.messages).toEqual([{ kind: "notice", about: "room", text: "tres" }]);
});

test("a failure says why, takes the other messages away, and remembers the run to go on with", () => {
  const told = after(...begun, { type: "noticed", notice: { about: "room", message: "no cabe" } });
  const failed = trainingMachine(told, { type: "failed", message: "se perdió", retry: true });
  expect(failed.messages).toEqual([{ kind: "failure", text: "se perdió", retry: true }]);
  expect(failed.activity).toEqual({ phase: "failed", run });
});

test("the end of an epoch is announced, and a new training begins without what the last one left", () => {
  const epochs = [{ epoch: 1, loss: 0.5, testLoss: 0.5, testAccuracy: 0.8, seconds: 1 }];
  const one = { ...run, history: { ...run.history, epochs } };
  const done = { ...progressTo(3000), newHistory: { curve: [], thousands: [], epochs } };
  const announced = after(...begun, { type: "progress", run: one, progress: done });
  expect(announced.announcement).toContain("Época 1 de 30 terminada");
  expect(announced.latestEpoch).toBe(announced.announcement);
  const again = [{ type: "inspected", inspection }, { type: "ended", run: one }, { type: "begun" }];
  const state = (again as TrainingEvent[]).reduce(trainingMachine, announced);
  expect(state).toEqual({ ...initialTraining, activity: { phase: "loading", advance: undefined } });
});
