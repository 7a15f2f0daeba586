// A training in each of its phases, and what leads there.
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

export function runThat(status: RunStatus): Run {
  return {
    id: "una",
    version: 1,
    hyperparameters: defaultHyperparameters,
    topology: "{}",
    engine: [],
    status,
    createdAt: 1,
    updatedAt: 1,
    history: { curve: [], thousands: [], epochs: [] },
    checkpoint: { batch: 0, weights: [], velocities: [], sums: {} as Run["checkpoint"]["sums"] },
  };
}

export function progressTo(batch: number, isSaved = true): TrainingProgress {
  return {
    status: "running",
    engine: [],
    batch,
    isSaved,
    loss: 1,
    imagesPerSecond: 1000,
    secondsLeft: 60,
    newHistory: { curve: [], thousands: [], epochs: [] },
  };
}

export const run = runThat("running");
export const inspection = {} as StepInspection;
export const progress = progressTo(20);

/** A state of each phase. */
export const activities: { [Phase in Activity["phase"]]: Activity & { phase: Phase } } = {
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

/** The state after the events. */
export function after(...events: TrainingEvent[]): TrainingState {
  return events.reduce(trainingMachine, initialTraining);
}

export const begun: TrainingEvent[] = [{ type: "begun" }, { type: "started", run }];
