import { describe, expect, test } from "vitest";
import {
  shownButtons,
  statusText,
} from "../../../src/components/training/panel/trainingDisplay.js";
import {
  trainingMachine,
  type TrainingEvent,
} from "../../../src/components/training/panel/trainingMachine.js";
import {
  type Activity,
  initialTraining,
  type TrainingState,
} from "../../../src/components/training/panel/trainingState.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { Run, RunStatus } from "../../../src/lib/run/run.js";
import type { StepInspection } from "../../../src/training/loop/inspectStep.js";
import type { TrainingProgress } from "../../../src/training/worker/messages.js";

function runThat(status: RunStatus): Run {
  return {
    ...{ id: "una", version: 1, hyperparameters: defaultHyperparameters, topology: "{}" },
    ...{ engine: [], status, createdAt: 1, updatedAt: 1 },
    history: { curve: [], thousands: [], epochs: [] },
    checkpoint: { batch: 0, weights: [], velocities: [], sums: {} as Run["checkpoint"]["sums"] },
  };
}

function progressTo(batch: number, isSaved = true): TrainingProgress {
  return {
    ...{ status: "running", engine: [], batch, isSaved, loss: 1 },
    ...{ imagesPerSecond: 1000, secondsLeft: 60 },
    newHistory: { curve: [], thousands: [], epochs: [] },
  };
}

const run = runThat("running");
const inspection = {} as StepInspection;
const progress = progressTo(20);

/** A state of each phase. */
const activities: { [Phase in Activity["phase"]]: Activity & { phase: Phase } } = {
  none: { phase: "none" },
  loading: { phase: "loading" },
  preparing: { phase: "preparing" },
  running: { phase: "running", run, progress },
  firstStep: { phase: "firstStep", run, progress },
  nextStep: { phase: "nextStep", run, progress },
  pausing: { phase: "pausing", run, progress },
  stopping: { phase: "stopping", run, progress },
  paused: { phase: "paused", run: runThat("paused"), progress },
  ended: { phase: "ended", run: runThat("finished") },
  cancelled: { phase: "cancelled" },
  failed: { phase: "failed" },
};

/** Each event, and the phase that it leads to from each phase; what is left out it does not change. */
const leads: Record<
  string,
  [TrainingEvent, Partial<Record<Activity["phase"], Activity["phase"]>>]
> = {
  "the reader is told what is wrong": [{ type: "checked", problems: [{ message: "mal" }] }, {}],
  "a notice comes": [{ type: "noticed", notice: { about: "room", message: "no cabe" } }, {}],
  "a training begins": [
    { type: "begun" },
    { none: "loading", ended: "loading", cancelled: "loading", failed: "loading" },
  ],
  "data come": [{ type: "loading", receivedBytes: 1, totalBytes: 2 }, { preparing: "loading" }],
  "the network is prepared": [{ type: "preparing" }, { loading: "preparing" }],
  "the run has started": [
    { type: "started", run },
    { loading: "running", preparing: "running" },
  ],
  "steps are done": [{ type: "progress", run, progress }, { paused: "running" }],
  "the run is paused": [
    { type: "progress", run: runThat("paused"), progress },
    { running: "paused", firstStep: "paused", nextStep: "paused", pausing: "paused" },
  ],
  "a step is looked at": [{ type: "inspected", inspection }, {}],
  "Pausa is pressed": [{ type: "pauseAsked" }, { running: "pausing" }],
  "Continuar is pressed": [{ type: "resumeAsked" }, { paused: "running" }],
  "Un paso is pressed": [{ type: "resumeAsked", advance: "step" }, { paused: "nextStep" }],
  "Una época is pressed": [{ type: "resumeAsked", advance: "epoch" }, { paused: "running" }],
  "Detener is pressed": [
    { type: "stopAsked" },
    {
      ...{ loading: "cancelled", preparing: "cancelled" },
      ...{
        running: "stopping",
        firstStep: "stopping",
        nextStep: "stopping",
        pausing: "stopping",
        paused: "stopping",
      },
    },
  ],
  "the run has ended": [
    { type: "ended", run: runThat("finished") },
    {
      ...{
        loading: "ended",
        preparing: "ended",
        running: "ended",
        firstStep: "ended",
        nextStep: "ended",
      },
      ...{ pausing: "ended", stopping: "ended", paused: "ended" },
    },
  ],
  "it fails": [
    { type: "failed", message: "se perdió", retry: true },
    {
      ...{
        loading: "failed",
        preparing: "failed",
        running: "failed",
        firstStep: "failed",
        nextStep: "failed",
      },
      ...{ pausing: "failed", stopping: "failed", paused: "failed" },
    },
  ],
};

describe.each(Object.entries(leads))("when %s", (_, [event, next]) => {
  test.each(Object.entries(activities))("while %s", (phase, activity) => {
    const state = { ...initialTraining, activity };
    const after = trainingMachine(state, event);
    expect(after.activity.phase).toBe(next[phase as Activity["phase"]] ?? phase);
    expect(state).toEqual({ ...initialTraining, activity }); // nothing is changed in place
  });
});

/** The state after the events. */
function after(...events: TrainingEvent[]): TrainingState {
  return events.reduce(trainingMachine, initialTraining);
}

const begun: TrainingEvent[] = [{ type: "begun" }, { type: "started", run }];

test("one step leads from the beginning to a pause, with the buttons of a pause from then on", () => {
  const first = after(
    { type: "begun", advance: "step" },
    { type: "preparing" },
    { type: "started", run },
  );
  const begun = trainingMachine(first, { type: "progress", run, progress });
  expect([begun.activity.phase, shownButtons(begun.activity)]).toEqual(["firstStep", "loading"]);
  const paused = trainingMachine(begun, { type: "progress", run: runThat("paused"), progress });
  expect(shownButtons(paused.activity)).toBe("paused");
  const second = trainingMachine(paused, { type: "resumeAsked", advance: "step" });
  expect([second.activity.phase, shownButtons(second.activity)]).toEqual(["nextStep", "paused"]);
});

test("the figure of a step goes when the run goes on without looking, and stays for the next step", () => {
  const looked: TrainingEvent[] = [
    ...[...begun, { type: "inspected" as const, inspection }],
    { type: "progress", run: runThat("paused"), progress },
  ];
  expect(after(...looked, { type: "resumeAsked", advance: "step" }).inspection).toBe(inspection);
  expect(after(...looked, { type: "resumeAsked", advance: "epoch" }).inspection).toBe(undefined);
});

test("a pause and a stop that were asked for are said until they are done", () => {
  const pausing = after(...begun, { type: "pauseAsked" }, { type: "progress", run, progress });
  expect(statusText(pausing.activity)).toBe("En pausa al acabar este paso…");
  const stopping = trainingMachine(pausing, { type: "stopAsked" });
  const late = trainingMachine(stopping, { type: "progress", run: runThat("paused"), progress });
  expect(statusText(late.activity)).toBe("Deteniendo y evaluando la red…");
});

test("every phase has its sentence and its buttons", () => {
  const shown = Object.entries(activities).map(([phase, activity]) => [
    ...[phase, shownButtons(activity), statusText(activity).split(/[ .]/)[0]],
  ]);
  expect(shown).toEqual([
    ["none", "idle", "Sin"],
    ["loading", "loading", "Descargando"],
    ["preparing", "loading", "Preparando"],
    ["running", "running", "Época"],
    ["firstStep", "loading", "Época"],
    ["nextStep", "paused", "Época"],
    ["pausing", "running", "En"],
    ["stopping", "running", "Deteniendo"],
    ["paused", "paused", "En"],
    ["ended", "idle", "Entrenamiento"],
    ["cancelled", "idle", "Entrenamiento"],
    ["failed", "idle", "El"],
  ]);
});

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
    ...{ type: "noticed", notice: { about, message } },
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
