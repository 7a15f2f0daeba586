// What leads from one state of the training panel to another. Pure: the panel sends the events
// and trainingView shows the state. An event that a state does not expect, as one that was on its way when
// the reader did something else, leaves the state as it is.
import { problem, withNotice } from "../../parts/panelMessages.js";
import {
  type ActiveRun,
  initialTraining,
  isActive,
  isOver,
  type ReceivedBytes,
  type TrainingMessage,
  type TrainingState,
} from "./trainingState.js";
import { trainingStatus } from "./trainingStatus.js";
import type { Run } from "../../../lib/run/run.js";
import type { Advance } from "../../../training/loop/control.js";
import type { StepInspection } from "../../../training/loop/inspectStep.js";
import type { Notice, TrainingProgress } from "../../../training/worker/messages.js";

export type TrainingEvent =
  /** What the reader asked for has been looked at; the messages that there were go, but for runs to rescue. */
  | { type: "checked"; problems: readonly { message: string }[] }
  /** @property advance how far it goes before it pauses; left out: to the end */
  | { type: "begun"; advance?: Advance | undefined }
  | ({ type: "loading" } & ReceivedBytes)
  | { type: "preparing" }
  | { type: "started"; run: Run }
  | { type: "progress"; run: Run; progress: TrainingProgress }
  | { type: "inspected"; inspection: StepInspection }
  | { type: "noticed"; notice: Notice }
  | { type: "ended"; run: Run }
  | { type: "failed"; message: string; retry: boolean }
  | { type: "pauseAsked" }
  | { type: "resumeAsked"; advance?: Advance | undefined }
  | { type: "stopAsked" };

/** The state after the event; the same object where the event changes nothing. */
export function trainingMachine(state: TrainingState, event: TrainingEvent): TrainingState {
  switch (event.type) {
    case "checked":
      return {
        ...state,
        messages: [...rescues(state), ...event.problems.map(({ message }) => problem(message))],
      };
    case "noticed":
      return { ...state, messages: withNotice(state.messages, event.notice) };
    case "begun":
      if (!isOver(state.activity)) return state;
      return {
        ...initialTraining,
        activity: { phase: "loading", advance: event.advance },
        messages: rescues(state),
      };
    case "loading":
    case "preparing":
    case "started":
      return beforeSteps(state, event);
    case "progress":
      return progressed(state, event);
    case "inspected":
      return isActive(state.activity) ? { ...state, inspection: event.inspection } : state;
    case "pauseAsked":
    case "resumeAsked":
    case "stopAsked":
      return asked(state, event);
    case "ended":
      return isOver(state.activity) ? state : ended(state, event.run);
    case "failed":
      return isOver(state.activity) ? state : failed(state, event);
  }
}

type Event<T extends TrainingEvent["type"]> = Extract<TrainingEvent, { type: T }>;

function beforeSteps(
  state: TrainingState,
  event: Event<"loading" | "preparing" | "started">,
): TrainingState {
  const { activity } = state;
  if (activity.phase !== "loading" && activity.phase !== "preparing") return state;
  const { advance } = activity;
  switch (event.type) {
    case "loading": {
      const { receivedBytes, totalBytes } = event;
      const received = { receivedBytes, totalBytes };
      return { ...state, activity: { phase: "loading", advance, received } };
    }
    case "preparing":
      return { ...state, activity: { phase: "preparing", advance } };
    case "started": {
      const phase = advance === "step" ? "firstStep" : "running";
      return { ...state, activity: { phase, run: event.run } };
    }
  }
}

/** A pause, or a stop, that was asked for holds until the worker has done it. */
function progressed(state: TrainingState, event: Event<"progress">): TrainingState {
  const { activity } = state;
  if (!isActive(activity)) return state;
  const { run, progress } = event;
  const isPaused = run.status === "paused" && activity.phase !== "stopping";
  const phase = isPaused ? "paused" : activity.phase === "paused" ? "running" : activity.phase;
  const next: TrainingState = {
    ...state,
    activity: { phase, run, progress },
    unsaved: !progress.isSaved,
  };
  if (progress.newHistory.epochs.length === 0) return next;
  const latestEpoch = trainingStatus.epoch(run);
  return { ...next, latestEpoch, announcement: latestEpoch };
}

function asked(
  state: TrainingState,
  event: Event<"pauseAsked" | "resumeAsked" | "stopAsked">,
): TrainingState {
  const { activity } = state;
  const turn = (phase: ActiveRun["phase"]) =>
    isActive(activity) ? { ...state, activity: { ...activity, phase } } : state;
  switch (event.type) {
    case "pauseAsked":
      return activity.phase === "running" ? turn("pausing") : state;
    case "resumeAsked":
      if (activity.phase !== "paused") return state;
      if (event.advance === "step") return turn("nextStep");
      return { ...turn("running"), inspection: undefined }; // the run leaves that step behind
    case "stopAsked":
      if (activity.phase === "loading" || activity.phase === "preparing") {
        const announcement = trainingStatus.cancelled;
        return { ...state, activity: { phase: "cancelled" }, announcement };
      }
      return turn("stopping");
  }
}

function ended(state: TrainingState, run: Run): TrainingState {
  const isDiverged = run.status === "diverged"; // what is lost of it is worth nothing
  const unsaved = state.unsaved && !isDiverged;
  return {
    ...state,
    activity: { phase: "ended", run },
    unsaved,
    announcement: trainingStatus.ended(run),
    messages: [
      ...(isDiverged ? [...rescues(state), problem(trainingStatus.diverged(run))] : state.messages),
      ...(unsaved ? [{ kind: "rescue" as const, run }] : []),
    ],
  };
}

function failed(state: TrainingState, { message, retry }: Event<"failed">): TrainingState {
  const run = isActive(state.activity) ? state.activity.run : undefined;
  return {
    ...state,
    activity: { phase: "failed", run },
    announcement: trainingStatus.failed,
    messages: [...rescues(state), { kind: "failure", text: message, retry }],
  };
}

/** The runs that stand nowhere but on this page: only leaving it takes them away. */
function rescues({ messages }: TrainingState): TrainingMessage[] {
  return messages.filter(({ kind }) => kind === "rescue");
}
