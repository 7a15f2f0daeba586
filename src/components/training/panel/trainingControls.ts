// The buttons of a training, and which of them there are in each of its states. While it is paused, a
// field for another learning rate stands beside them.
import { html } from "htl";
import { rateField } from "../../recipe/rateField.js";
import type { Advance, ResumeOptions } from "../../../training/loop/control.js";
import { panelButton } from "../../parts/buttons/panelButton.js";

/** Which of the buttons there are. */
export type TrainingButtons = "idle" | "loading" | "running" | "paused";

export interface TrainingActions {
  /** @param advance how far before it pauses; left out: to the end */
  train: (advance?: Advance) => void;
  pause: () => void;
  /** The rate may be unsound: see hyperparameterProblems. */
  resume: (options: ResumeOptions) => void;
  stop: () => void;
}

export interface TrainingControls {
  element: HTMLElement;
  /** The keyboard goes to the first button if the one that had it is gone. */
  show: (buttons: TrainingButtons) => void;
  /** What the field of the learning rate holds; it is there while paused. */
  setRate: (learningRate: number) => void;
  /** Focuses the button of that name, or the first there is. */
  focus: (label?: string) => void;
}

export function trainingControls(actions: TrainingActions): TrainingControls {
  const rate = rateField("tasa-desde-aqui");
  let shown: TrainingButtons = "idle";
  const go = (advance?: Advance) => {
    if (shown === "idle") actions.train(advance);
    else actions.resume({ advance, learningRate: rate.value });
  };
  const buttons = trainingButtons(go, actions);
  const element = html`<div>
    <div class="training-controls">${buttons.map((each) => each.element)}</div>
    ${rate.element}
  </div>`;
  const focus = (label?: string) => {
    const there = buttons.flatMap((each) => (each.element.hidden ? [] : [each.element]));
    (there.find((each) => each.textContent.trim() === label) ?? there[0])?.focus();
  };
  return {
    element,
    show(wanted) {
      const focused = element.contains(document.activeElement) ? document.activeElement : null;
      shown = wanted;
      for (const each of buttons) each.element.hidden = !each.when.includes(wanted);
      rate.element.hidden = wanted !== "paused";
      if (focused?.closest("[hidden]")) focus();
    },
    setRate(learningRate) {
      rate.value = learningRate;
    },
    focus,
  };
}

interface TrainingButton {
  element: HTMLButtonElement;
  when: readonly TrainingButtons[];
}

/** @param go begins a training, or goes on with the one that is paused */
function trainingButtons(
  go: (advance?: Advance) => void,
  { pause, stop }: TrainingActions,
): TrainingButton[] {
  const toTheEnd = () => {
    go();
  };
  const oneStep = () => {
    go("step");
  };
  const oneEpoch = () => {
    go("epoch");
  };
  return [
    { when: ["idle"], element: panelButton("Entrenar", toTheEnd, "primary") },
    { when: ["paused"], element: panelButton("Continuar", toTheEnd, "primary") },
    { when: ["running"], element: panelButton("Pausa", pause) },
    { when: ["idle", "paused"], element: panelButton("Un paso", oneStep) },
    { when: ["idle", "paused"], element: panelButton("Una época", oneEpoch) },
    { when: ["loading", "running", "paused"], element: panelButton("Detener", stop) },
  ];
}
