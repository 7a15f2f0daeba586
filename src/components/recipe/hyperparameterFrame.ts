// What stands around the control of every hyperparameter: its name, the mark of a changed one, one
// sentence, the original's value, the way back to it, and what is wrong.
import { html } from "htl";
import type { HyperparameterName, HyperparameterValue } from "../../lib/run/hyperparameters.js";

/** One hyperparameter in a form. */
export interface HyperparameterField {
  name: HyperparameterName;
  default: HyperparameterValue;
  element: HTMLElement;
  read: () => HyperparameterValue;
  write: (value: HyperparameterValue) => void;
  /** Shows what is wrong, and whether the value is another than the original's. */
  show: (problem: string | undefined) => void;
  /**
   * For good reason only, which is said; undefined: it may be used again, and is as the reader left it.
   * Meanwhile it reads as the original's.
   */
  lock: (reason: string | undefined) => void;
}

export interface FrameOptions {
  name: HyperparameterName;
  label: string;
  help: string;
  default: HyperparameterValue;
  /** The original's value as the reader reads it. */
  defaultText: string;
  /** The control has the id that `controlId` gives. */
  control: HTMLElement;
  read: () => HyperparameterValue;
  write: (value: HyperparameterValue) => void;
}

export function controlId(name: string): string {
  return `hiperparametro-${name}`;
}

export function hyperparameterFrame(options: FrameOptions): HyperparameterField {
  const { name, label, help, defaultText, control, write } = options;
  let isLocked = false;
  const read = () => (isLocked ? options.default : options.read());
  const id = controlId(name);
  const changed = html`<span class="hyperparameter-changed" hidden>cambiado</span>`;
  const back = backButton(defaultText, label);
  const explanation = html`<span class="hyperparameter-help" id=${`${id}-ayuda`}></span>`;
  const error = html`<span class="hyperparameter-error" id=${`${id}-error`} role="alert"></span>`;
  const element = html`<div class="hyperparameter">
    <div class="hyperparameter-name"><label for=${id}>${label}</label> ${changed}</div>
    ${control}${explanation}${back}${error}
  </div>`;
  const input = (control.id === id ? control : control.querySelector(`#${id}`))!;
  input.setAttribute("aria-describedby", `${id}-ayuda ${id}-error`);
  const lock = (reason: string | undefined) => {
    isLocked = reason !== undefined;
    explanation.textContent = reason ?? `${help} En el original: ${defaultText}.`;
    for (const part of element.querySelectorAll<HTMLInputElement>("input, select, button")) {
      part.disabled = isLocked;
    }
  };
  back.onclick = () => {
    write(options.default);
    (input as HTMLElement).focus(); // the button goes away
    element.dispatchEvent(new Event("input", { bubbles: true }));
  };
  lock(undefined);
  const show = (problem: string | undefined) => {
    if (error.textContent !== (problem ?? "")) error.textContent = problem ?? "";
    input.setAttribute("aria-invalid", String(problem !== undefined));
    const isChanged = read() !== options.default;
    changed.hidden = !isChanged;
    element.classList.toggle("is-changed", isChanged || problem !== undefined);
    back.hidden = !isChanged;
  };
  return { name, default: options.default, element, read, write, show, lock };
}

function backButton(defaultText: string, label: string): HTMLButtonElement {
  return html`<button type="button" class="hyperparameter-back" hidden>
    <span class="hyperparameter-back-words">Volver a </span>${defaultText}<span
      class="visually-hidden"
      >: ${label}</span
    >
  </button>` as HTMLButtonElement;
}
