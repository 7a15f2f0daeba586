import { describe, expect, test } from "vitest";
import {
  trainingMachine,
  type TrainingEvent,
} from "../../../src/components/training/panel/trainingMachine.js";
import {
  type Activity,
  initialTraining,
} from "../../../src/components/training/panel/trainingState.js";
import { activities, after, begun, inspection, progress, run, runThat } from "./trainingPhases.js";

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
      loading: "cancelled",
      preparing: "cancelled",
      running: "stopping",
      firstStep: "stopping",
      nextStep: "stopping",
      pausing: "stopping",
      paused: "stopping",
    },
  ],
  "the run has ended": [
    { type: "ended", run: runThat("finished") },
    {
      loading: "ended",
      preparing: "ended",
      running: "ended",
      firstStep: "ended",
      nextStep: "ended",
      pausing: "ended",
      stopping: "ended",
      paused: "ended",
    },
  ],
  "it fails": [
    { type: "failed", message: "se perdió", retry: true },
    {
      loading: "failed",
      preparing: "failed",
      running: "failed",
      firstStep: "failed",
      nextStep: "failed",
      pausing: "failed",
      stopping: "failed",
      paused: "failed",
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

test("the figure of a step goes when the run goes on without looking, and stays for the next step", () => {
  const looked: TrainingEvent[] = [
    ...begun,
    { type: "inspected" as const, inspection },
    { type: "progress", run: runThat("paused"), progress },
  ];
  expect(after(...looked, { type: "resumeAsked", advance: "step" }).inspection).toBe(inspection);
  expect(after(...looked, { type: "resumeAsked", advance: "epoch" }).inspection).toBe(undefined);
});
