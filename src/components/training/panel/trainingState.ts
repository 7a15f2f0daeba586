// What the training panel is doing and what it tells: the state that trainingMachine takes from event to
// event, and trainingView shows.
import type { PanelMessage } from "../../parts/panelMessages.js";
import type { Run } from "../../../lib/run/run.js";
import type { Advance } from "../../../training/loop/control.js";
import type { StepInspection } from "../../../training/loop/inspectStep.js";
import type { TrainingProgress } from "../../../training/worker/messages.js";

export interface TrainingState {
  activity: Activity;
  messages: readonly TrainingMessage[];
  /** What the latest epoch has given, in a sentence; empty before the first of the training. */
  latestEpoch: string;
  /** For a screen reader, which says it when it changes. */
  announcement: string;
  /** Whether the browser has not saved the run, so that leaving the page loses it. */
  unsaved: boolean;
  /** What was seen in the last step that was asked for by itself. */
  inspection?: StepInspection | undefined;
}

export type Activity =
  /** Nothing has been trained in this visit, or the reader has cancelled it before it began. */
  | { phase: "none" | "cancelled" }
  | { phase: "loading"; advance?: Advance | undefined; received?: ReceivedBytes }
  | { phase: "preparing"; advance?: Advance | undefined }
  | ActiveRun
  | { phase: "ended"; run: Run }
  /** Nothing goes on; the run, if it had begun, is as it was told last. */
  | { phase: "failed"; run?: Run | undefined };

/**
 * A run in the worker. One step is the first of a visit, or one from a pause; a pause or a stop that was
 * asked for takes its time.
 */
export interface ActiveRun {
  phase: "running" | "firstStep" | "nextStep" | "pausing" | "stopping" | "paused";
  run: Run;
  /** Undefined until the first comes. */
  progress?: TrainingProgress | undefined;
}

export interface ReceivedBytes {
  receivedBytes: number;
  totalBytes: number;
}

export type TrainingMessage =
  | PanelMessage
  /** Why nothing goes on; `retry` if trying again may help. */
  | { kind: "failure"; text: string; retry: boolean }
  /** The run has ended, and the browser has not been able to save all of it. */
  | { kind: "rescue"; run: Run };

export const initialTraining: TrainingState = {
  activity: { phase: "none" },
  messages: [],
  latestEpoch: "",
  announcement: "",
  unsaved: false,
};

const activePhases: ReadonlySet<string> = new Set<ActiveRun["phase"]>([
  "running",
  "firstStep",
  "nextStep",
  "pausing",
  "stopping",
  "paused",
]);

/** Whether nothing is under way: a training may begin. */
export function isOver({ phase }: Activity): boolean {
  return ["none", "cancelled", "ended", "failed"].includes(phase);
}

/** Whether a run is in the worker, paused or not. */
export function isActive(activity: Activity): activity is ActiveRun {
  return activePhases.has(activity.phase);
}
