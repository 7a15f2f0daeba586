// The panel of a sweep as it stands on the page: what there is of a state, in its places, and the tab's
// title and the keyboard's place, which follow it.
import { html } from "htl";
import { panelButton } from "../parts/buttons/panelButton.js";
import { messageList, renderMessage } from "../parts/panelMessages.js";
import { type ProgressBar, progressBar } from "../parts/progressBar.js";
import { writeText } from "../parts/writeText.js";
import {
  initialSweep,
  isActive,
  type SweepActivity,
  sweepRatio,
  type SweepState,
  sweepStatus,
} from "./sweepMachine.js";
import { type TrainingPresence, trainingPresence } from "../training/presence/trainingPresence.js";

export interface SweepActions {
  start: () => void;
  pause: () => void;
  resume: () => void;
  cancel: () => void;
}

export interface SweepViewOptions extends SweepActions {
  /** Above the buttons: the sweep that was left in the middle. */
  offer: Node;
  /** Below the messages: that the run under way has been deleted. */
  deletedNote: Node;
}

export interface SweepView {
  element: HTMLElement;
  render: (state: SweepState) => void;
  /** The keyboard to the button that starts. */
  focusStart: () => void;
}

export function sweepView(options: SweepViewOptions): SweepView {
  const controls = sweepControls(options);
  const bar = progressBar({ label: "Progreso del barrido" });
  const status = html`<p class="training-status"></p>`;
  const announcement = html`<p class="visually-hidden" aria-live="polite"></p>`;
  const messages = messageList({
    key: ({ kind, text }) => `${kind} ${text}`,
    render: renderMessage,
  });
  const presence = trainingPresence();
  const element = html`<section class="sweep-panel" aria-label="Barrido">
    ${options.offer}
    <div class="training-console">
      ${controls.element}${bar.element}${status}${messages.element}
    </div>
    ${announcement}${options.deletedNote}
  </section>`;
  let shown = initialSweep;
  function render(state: SweepState): void {
    const before = shown;
    shown = state;
    showBar(bar, state);
    writeText(status, sweepStatus(state.activity));
    writeText(announcement, state.announcement);
    messages.show(state.messages);
    controls.show(state.activity);
    if (!isActive(before.activity) && isActive(state.activity)) controls.focus();
    showPresence(presence, state, before);
  }
  render(shown);
  return { element, render, focusStart: controls.focus };
}

interface SweepControls {
  element: HTMLElement;
  /** The keyboard goes to the first button if the one that had it is gone. */
  show: (activity: SweepActivity) => void;
  /** The keyboard to the first button there is. */
  focus: () => void;
}

function sweepControls({ start, pause, resume, cancel }: SweepActions): SweepControls {
  const active = ["running", "pausing", "cancelling"];
  const idle = ["none", "ended", "failed"];
  const buttons = [
    { when: idle, element: panelButton("Empezar el barrido", start, "primary") },
    { when: active, element: panelButton("Pausa", pause) },
    { when: ["paused"], element: panelButton("Continuar", resume) },
    { when: [...active, "paused"], element: panelButton("Cancelar el barrido", cancel) },
  ];
  const element = html`<div class="training-controls">${buttons.map((each) => each.element)}</div>`;
  const focus = () => {
    buttons.find((each) => !each.element.hidden)!.element.focus();
  };
  return {
    element,
    show(activity) {
      const focused = element.contains(document.activeElement) ? document.activeElement : null;
      for (const each of buttons) each.element.hidden = !each.when.includes(activity.phase);
      if (focused?.closest("[hidden]")) focus();
    },
    focus,
  };
}

function showBar(bar: ProgressBar, { activity }: SweepState): void {
  const ratio = sweepRatio(activity);
  const text = activity.phase === "ended" ? "Barrido terminado" : sweepStatus(activity);
  if (ratio !== undefined) bar.set(ratio, text);
  bar.element.hidden = !isActive(activity) && bar.value === 0;
}

function showPresence(presence: TrainingPresence, state: SweepState, before: SweepState): void {
  const { activity, unsaved } = state;
  const ratio = sweepRatio(activity);
  if (!isActive(activity)) {
    if (isActive(before.activity)) presence.ended(tabTitle(activity), unsaved);
  } else if (ratio !== undefined) {
    presence[activity.phase === "paused" ? "paused" : "running"](ratio, unsaved);
  }
}

/** For a tab that nobody sees; undefined: the reader has ended it, and is there. */
function tabTitle(activity: SweepActivity): string | undefined {
  if (activity.phase !== "ended") return "Interrumpido";
  return activity.sweep.status === "finished" ? "Terminado" : undefined;
}
