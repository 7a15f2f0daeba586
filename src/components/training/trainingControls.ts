// The buttons of a training, and which of them there are in each of its states. While it is paused, a
// field for another learning rate stands beside them.
import { html } from "htl";
import { rateField } from "../recipe/rateField.js";
import type { Advance, ResumeOptions } from "../../training/loop/control.js";

export type TrainingState = "idle" | "loading" | "running" | "paused";

export interface TrainingControlsOptions {
  /** @param advance left out: to the end */
  onTrain: (advance?: Advance) => void;
  onPause: () => void;
  /** The rate may be unsound: see hyperparameterProblems. */
  onResume: (options: ResumeOptions) => void;
  onStop: () => void;
}

export interface TrainingControls {
  element: HTMLElement;
  readonly state: TrainingState;
  setState: (state: TrainingState) => void;
  /** What the field of the learning rate holds; it is shown while paused. */
  setRate: (learningRate: number) => void;
  /** Focuses the button of that name, or the first there is. */
  focus: (label?: string) => void;
}

export function trainingControls(options: TrainingControlsOptions): TrainingControls {
  const { onTrain, onPause, onResume, onStop } = options;
  const rate = rateField("tasa-desde-aqui");
  let state: TrainingState = "idle";
  const go = (advance?: Advance) => {
    if (state === "idle") onTrain(advance);
    else onResume({ advance, learningRate: rate.value });
  };
  const buttons = [
    {
      shown: ["idle"],
      element: button(
        "Entrenar",
        () => {
          go();
        },
        "primary",
      ),
    },
    {
      shown: ["paused"],
      element: button(
        "Continuar",
        () => {
          go();
        },
        "primary",
      ),
    },
    { shown: ["running"], element: button("Pausa", onPause) },
    {
      shown: ["idle", "paused"],
      element: button("Un paso", () => {
        go("step");
      }),
    },
    {
      shown: ["idle", "paused"],
      element: button("Una época", () => {
        go("epoch");
      }),
    },
    { shown: ["loading", "running", "paused"], element: button("Detener", onStop) },
  ];
  const element = html`<div>
    <div class="training-controls">${buttons.map((each) => each.element)}</div>
    ${rate.element}
  </div>`;
  const focus = (label?: string) => {
    const shown = buttons.flatMap((each) => (each.shown.includes(state) ? [each.element] : []));
    (shown.find((each) => each.textContent.trim() === label) ?? shown[0])?.focus();
  };
  return {
    element,
    get state() {
      return state;
    },
    setState(next) {
      if (next === state && rate.element.hidden === (state !== "paused")) return;
      const hadFocus = element.contains(document.activeElement);
      const focused = document.activeElement;
      state = next;
      for (const each of buttons) each.element.hidden = !each.shown.includes(state);
      rate.element.hidden = state !== "paused";
      const lost = focused instanceof HTMLElement && focused.closest("[hidden]") !== null;
      if (hadFocus && lost) focus();
    },
    setRate(learningRate) {
      rate.value = learningRate;
    },
    focus,
  };
}

function button(label: string, onclick: () => void, className = ""): HTMLButtonElement {
  return html`<button type="button" class=${className} onclick=${onclick}>
    ${label}
  </button>` as HTMLButtonElement;
}
