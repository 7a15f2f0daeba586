// The states of the panel of a sweep, and what leads from one to another. Pure: the panel sends the events
// and sweepView shows the state. An event that a state does not expect leaves it as it is.
import { type PanelMessage, problem, withNotice } from "../parts/panelMessages.js";
import { describeFinished } from "../../lib/sweep/describeSweep.js";
import { formatTimeLeft } from "../../lib/text/format.js";
import type { Sweep } from "../../lib/sweep/sweep.js";
import type { SweepTally } from "../../lib/sweep/sweepResults.js";
import type { SweepProgress } from "../../training/start/sweepRun.js";
import type { Notice } from "../../training/worker/messages.js";

export interface SweepState {
  activity: SweepActivity;
  messages: readonly PanelMessage[];
  /** For a screen reader, which says it when it changes. */
  announcement: string;
  /** Whether the browser has not saved the run under way, so that leaving loses it. */
  unsaved: boolean;
}

export type SweepActivity =
  { phase: "none" | "failed" } | ActiveSweep | { phase: "ended"; sweep: Sweep; tally: SweepTally };

/** A pause that was asked for may have to wait for the next run, and cancelling evaluates the last. */
interface ActiveSweep {
  phase: "running" | "pausing" | "paused" | "cancelling";
  sweep: Sweep;
  /** Undefined until the first comes. */
  progress?: SweepProgress | undefined;
}

export type SweepEvent =
  /** What the reader asked for cannot be done, and why, in Spanish. */
  | { type: "refused"; message: string }
  | { type: "begun"; sweep: Sweep }
  | { type: "progress"; progress: SweepProgress }
  | { type: "noticed"; notice: Notice }
  | { type: "ended"; sweep: Sweep; tally: SweepTally }
  | { type: "failed"; message: string }
  | { type: "pauseAsked" | "resumeAsked" | "cancelAsked" };

export const initialSweep: SweepState = {
  activity: { phase: "none" },
  messages: [],
  announcement: "",
  unsaved: false,
};

/** The state after the event; the same object where the event changes nothing. */
export function sweepMachine(state: SweepState, event: SweepEvent): SweepState {
  const { activity } = state;
  switch (event.type) {
    case "refused":
      return { ...state, messages: [problem(event.message)] };
    case "noticed":
      return { ...state, messages: withNotice(state.messages, event.notice) };
    case "begun":
      if (isActive(activity)) return state;
      return { ...initialSweep, activity: { phase: "running", sweep: event.sweep } };
    case "progress":
      return isActive(activity) ? progressed(state, activity, event.progress) : state;
    case "ended": {
      const { sweep, tally } = event;
      return isActive(activity) ? over(state, { phase: "ended", sweep, tally }) : state;
    }
    case "failed":
      if (!isActive(activity)) return state;
      return { ...over(state, { phase: "failed" }), messages: [problem(event.message)] };
    case "pauseAsked":
      return activity.phase === "running" ? turned(state, activity, "pausing") : state;
    case "resumeAsked":
      return activity.phase === "paused" ? turned(state, activity, "running") : state;
    case "cancelAsked":
      return isActive(activity) ? turned(state, activity, "cancelling") : state;
  }
}

/** Whether a sweep is under way, or paused. */
export function isActive(activity: SweepActivity): activity is ActiveSweep {
  return ["running", "pausing", "paused", "cancelling"].includes(activity.phase);
}

function turned(state: SweepState, activity: ActiveSweep, phase: ActiveSweep["phase"]): SweepState {
  return { ...state, activity: { ...activity, phase } };
}

function progressed(state: SweepState, before: ActiveSweep, progress: SweepProgress): SweepState {
  const isPaused = progress.status === "paused" && before.phase !== "cancelling";
  const phase = isPaused ? "paused" : before.phase === "paused" ? "running" : before.phase;
  const isNext = before.progress?.index !== progress.index;
  const activity: ActiveSweep = { phase, sweep: before.sweep, progress };
  const announcement = isNext ? runPlace(before.sweep, progress) : state.announcement;
  return { ...state, activity, announcement, unsaved: progress.unsaved };
}

function over(state: SweepState, activity: SweepActivity): SweepState {
  return { ...state, activity, announcement: sweepStatus(activity) };
}

/** The sentence under the bar. */
export function sweepStatus(activity: SweepActivity): string {
  switch (activity.phase) {
    case "none":
      return "Sin empezar.";
    case "running":
    case "paused":
      return activity.progress ? progressText(activity.sweep, activity.progress) : "Preparando…";
    case "pausing":
      return "En pausa al acabar este paso…";
    case "cancelling":
      return "Cancelando y evaluando la red…";
    case "ended":
      return activity.sweep.status === "finished"
        ? describeFinished(activity.tally)
        : "Barrido cancelado: lo que se había entrenado se queda.";
    case "failed":
      return "El barrido no ha podido seguir.";
  }
}

function progressText(sweep: Sweep, progress: SweepProgress): string {
  const place = runPlace(sweep, progress);
  switch (progress.status) {
    case "loading":
      return `${place}: descargando los datos…`;
    case "paused":
      return `En pausa. ${place}.`;
    case "running":
      return `${place} · queda: ${formatTimeLeft(progress.secondsLeft)}`;
  }
}

/** «Entrenamiento 2 de 12». */
function runPlace({ runIds }: Sweep, { index }: SweepProgress): string {
  return `Entrenamiento ${index + 1} de ${runIds.length}`;
}

/** How much of the whole sweep is done, 0–1; undefined where nothing new is known. */
export function sweepRatio(activity: SweepActivity): number | undefined {
  if (activity.phase === "ended") return activity.sweep.status === "finished" ? 1 : undefined;
  if (!isActive(activity) || !activity.progress) return undefined;
  const { index, ratio, status } = activity.progress;
  return status === "loading" ? undefined : (index + ratio) / activity.sweep.runIds.length;
}
