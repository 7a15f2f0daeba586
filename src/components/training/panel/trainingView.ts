// The training panel as it stands on the page: what there is of a state, in its places, and the tab's
// title and the keyboard's place, which follow it.
import { html } from "htl";
import { type ProgressBar, progressBar } from "../../parts/progressBar.js";
import { writeText } from "../../parts/writeText.js";
import { stepFigure } from "../stepFigure.js";
import {
  type TrainingActions,
  type TrainingControls,
  trainingControls,
} from "./trainingControls.js";
import { barProgress, shownButtons, statusText } from "./trainingDisplay.js";
import { initialTraining, isOver, type TrainingState } from "./trainingState.js";
import { type TrainingMessageActions, trainingMessages } from "./trainingMessages.js";
import { type TrainingPresence, trainingPresence } from "../presence/trainingPresence.js";
import { presentRate, type Run } from "../../../lib/run/run.js";

export interface TrainingViewOptions extends TrainingActions, TrainingMessageActions {
  /** Above the buttons: the run that was left in the middle. */
  offer: Node;
  /** Below the messages: that the run has been deleted meanwhile. */
  deletedNote: Node;
  /** What stands under a run that has finished. */
  linkOf: (run: Run) => Promise<Node>;
}

export interface TrainingView {
  element: HTMLElement;
  render: (state: TrainingState) => void;
}

export function trainingView(options: TrainingViewOptions): TrainingView {
  const controls = trainingControls(options);
  const bar = progressBar({ label: "Progreso del entrenamiento" });
  const status = html`<p class="training-status"></p>`;
  const epoch = html`<p class="training-epoch"></p>`;
  const announcement = html`<p class="visually-hidden" aria-live="polite"></p>`;
  const messages = trainingMessages(options);
  const link = linkPlace(options.linkOf);
  const step = html`<div></div>`;
  const presence = trainingPresence();
  let shown = initialTraining;
  const element = html`<section class="training-panel" aria-label="Entrenamiento">
    ${options.offer}
    <div class="training-console">
      ${controls.element}${bar.element}${status}${epoch}${messages.element}
    </div>
    ${announcement}${options.deletedNote}${link.element}${step}
  </section>`;
  function render(state: TrainingState): void {
    const before = shown;
    shown = state;
    showBar(bar, state);
    writeText(status, statusText(state.activity));
    writeText(epoch, state.latestEpoch);
    writeText(announcement, state.announcement);
    messages.show(state.messages);
    if (state.inspection !== before.inspection) {
      step.replaceChildren(...(state.inspection ? [stepFigure(state.inspection)] : []));
    }
    link.show(state);
    showButtons(controls, state, before);
    showPresence(presence, state, before);
  }
  render(shown);
  return { element, render };
}

function showBar(bar: ProgressBar, { activity }: TrainingState): void {
  const progress = barProgress(activity);
  if (progress) bar.set(progress.ratio, progress.text);
  bar.element.hidden = isOver(activity) && bar.value === 0;
}

function showButtons(
  controls: TrainingControls,
  state: TrainingState,
  before: TrainingState,
): void {
  const { activity } = state;
  const buttons = shownButtons(activity);
  const isPause = activity.phase === "paused" && shownButtons(before.activity) !== "paused";
  if (isPause) controls.setRate(presentRate(activity.run));
  controls.show(buttons);
  if (isOver(before.activity) && buttons === "loading") controls.focus();
  const hasStepped = ["firstStep", "nextStep"].includes(before.activity.phase);
  if (hasStepped && activity.phase === "paused") controls.focus("Un paso");
}

function showPresence(
  presence: TrainingPresence,
  state: TrainingState,
  before: TrainingState,
): void {
  const { activity } = state;
  const unsaved = state.unsaved || state.messages.some(({ kind }) => kind === "rescue");
  const ratio = barProgress(activity)?.ratio ?? 0;
  if (activity.phase === "paused") presence.paused(ratio, unsaved);
  else if ("progress" in activity && activity.progress) presence.running(ratio, unsaved);
  else if (isOver(activity) && !isOver(before.activity)) presence.ended(tabTitle(state), unsaved);
}

/** For a tab that nobody sees; undefined: the reader has ended it, and is there. */
function tabTitle({ activity }: TrainingState): string | undefined {
  if (activity.phase === "cancelled") return undefined;
  return activity.phase === "ended" && activity.run.status === "finished"
    ? "Terminado"
    : "Interrumpido";
}

/** Where the link to a run that has finished stands, once it is made. */
function linkPlace(linkOf: (run: Run) => Promise<Node>): {
  element: HTMLElement;
  show: (state: TrainingState) => void;
} {
  const element = html`<div role="status"></div>`;
  let shown: Run | undefined;
  return {
    element,
    show({ activity }) {
      const run =
        activity.phase === "ended" && activity.run.status === "finished" ? activity.run : undefined;
      if (run === shown) return;
      shown = run;
      element.replaceChildren();
      if (!run) return;
      void linkOf(run).then((node) => {
        if (run === shown) element.replaceChildren(node);
      });
    },
  };
}
