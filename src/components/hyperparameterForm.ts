// The hyperparameters as a form: a number typed exactly, its default, what it does, what is wrong
// with it, and the way back. Its value is what the reader has typed, sound or not.
import { html } from "htl";
import { formatNumber } from "../lib/format.js";
import {
  defaultHyperparameters,
  type HyperparameterDefinition,
  hyperparameterDefinitions,
  hyperparameterProblems,
  type Hyperparameters,
  type NumericHyperparameter,
} from "../lib/hyperparameters.js";

export type HyperparameterForm = HTMLFormElement & { value: Hyperparameters };

/** A form that dispatches `input` when a value changes. */
export function hyperparameterForm(initial: Partial<Hyperparameters> = {}): HyperparameterForm {
  const fields = hyperparameterDefinitions.map((definition) =>
    field(definition, initial[definition.name] ?? definition.default),
  );
  const restore = html`<button type="button">
    Volver a los valores del original
  </button>` as HTMLButtonElement;
  const form = html`<form class="hyperparameters" aria-label="Hiperparámetros" novalidate>
    <div class="hyperparameter-fields">${fields.map(({ element }) => element)}</div>
    ${restore}
  </form>` as unknown as HyperparameterForm;

  function update(): void {
    const values = { ...defaultHyperparameters };
    for (const { name, input } of fields)
      values[name] = input.value === "" ? NaN : Number(input.value);
    const problems = hyperparameterProblems(values);
    for (const { name, show } of fields) {
      show(problems.find((problem) => problem.name === name)?.message);
    }
    restore.disabled = fields.every(({ name }) => values[name] === defaultHyperparameters[name]);
    form.value = values;
  }
  restore.onclick = () => {
    for (const { name, input } of fields) input.value = String(defaultHyperparameters[name]);
    update();
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  form.addEventListener("input", update);
  form.onsubmit = (event) => {
    event.preventDefault();
  };
  update();
  return form;
}

interface Field {
  name: NumericHyperparameter;
  element: HTMLElement;
  input: HTMLInputElement;
  /** Shows what is wrong, or that the value is not the default. */
  show: (problem: string | undefined) => void;
}

function field(definition: HyperparameterDefinition, value: number): Field {
  const { name, label, help, min, max, step } = definition;
  const id = `hiperparametro-${name}`;
  const input = html`<input
    id=${id}
    type="number"
    inputmode=${definition.integer ? "numeric" : "decimal"}
    min=${min}
    max=${max}
    step=${definition.integer ? step : "any"}
    value=${value}
    aria-describedby=${`${id}-ayuda ${id}-error`}
  />` as HTMLInputElement;
  const changed = html`<span class="hyperparameter-changed" hidden>cambiado</span>`;
  const error = html`<span class="hyperparameter-error" id=${`${id}-error`} role="alert"></span>`;
  const element = html`<div class="hyperparameter">
    <label for=${id}>${label} ${changed}</label>
    ${input}
    <span class="hyperparameter-help" id=${`${id}-ayuda`}
      >${help} En el original: ${formatNumber(definition.default)}.</span
    >
    ${error}
  </div>`;
  const show = (problem: string | undefined) => {
    if (error.textContent !== (problem ?? "")) error.textContent = problem ?? "";
    input.setAttribute("aria-invalid", String(problem !== undefined));
    changed.hidden = Number(input.value) === definition.default;
  };
  return { name, element, input, show };
}
