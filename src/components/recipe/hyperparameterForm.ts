// The hyperparameters as a form: those of the original, and folded away those beyond it. Its value is
// what the reader has chosen or typed, sound or not; what the original does not have is left out of it.
import { html } from "htl";
import type { HyperparameterField, HyperparameterValue } from "./hyperparameterFrame.js";
import { numberField } from "./numberField.js";
import { recipeChoiceFields } from "./recipeChoiceFields.js";
import {
  defaultHyperparameters,
  hyperparameterDefinitions,
  hyperparameterProblems,
  type Hyperparameters,
  recipeDefinitions,
} from "../../lib/run/hyperparameters.js";
import { sliderStops } from "../../lib/run/sliderStops.js";

export type HyperparameterForm = HTMLFormElement & {
  readonly value: Hyperparameters;
  /** Sets every field; what is left out gets the original's value. */
  set: (values: Partial<Hyperparameters>) => void;
  /** Disables dropout, which the network decides, and leaves it out; undefined: it may be chosen. */
  lockDropout: (reason: string | undefined) => void;
};

/** A form that dispatches `input` when a value changes. */
export function hyperparameterForm(initial: Partial<Hyperparameters> = {}): HyperparameterForm {
  const [choices, mirror] = split(recipeChoiceFields(), 2);
  const main = hyperparameterDefinitions.map((definition) => {
    const { name } = definition;
    return numberField(definition, { stops: name === "seed" ? undefined : sliderStops[name] });
  });
  const numbers = recipeDefinitions.map((definition) =>
    numberField(definition, { stops: sliderStops[definition.name] }),
  );
  const [[decay], augmentation] = split(numbers, 1);
  const beyond = [...choices, decay!, ...mirror, ...augmentation];
  const fields = [...main, ...beyond];
  const summary = html`<summary></summary>`;
  const details = html`<details class="hyperparameters-beyond">
    ${summary}
    <div class="hyperparameter-fields">${beyond.map(({ element }) => element)}</div>
  </details>` as HTMLDetailsElement;
  const restore = html`<button type="button">
    Volver a los valores del original
  </button>` as HTMLButtonElement;
  const form = html`<form class="hyperparameters" aria-label="Hiperparámetros" novalidate>
    <div class="hyperparameter-fields">${main.map(({ element }) => element)}</div>
    ${details}${restore}
  </form>` as HTMLFormElement;

  let value: Hyperparameters;
  function update(): void {
    value = valueOf(fields);
    const problems = hyperparameterProblems(value);
    for (const { name, show } of fields) {
      show(problems.find((problem) => problem.name === name)?.message);
    }
    const changed = beyond.filter(isChanged).length;
    summary.textContent =
      "Más allá del original" +
      (changed === 0 ? "" : changed === 1 ? " · 1 cambiado" : ` · ${changed} cambiados`);
    restore.disabled = !fields.some(isChanged);
  }
  function set(values: Partial<Hyperparameters>): void {
    for (const field of fields) field.write(values[field.name] ?? field.default);
    update();
    if (beyond.some(isChanged)) details.open = true;
  }
  restore.onclick = () => {
    set({});
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  form.addEventListener("input", update);
  form.onsubmit = (event) => {
    event.preventDefault();
  };
  set(initial);
  const dropout = fields.find(({ name }) => name === "dropoutRate")!;
  const lockDropout = (reason: string | undefined) => {
    dropout.lock(reason);
    update();
  };
  const methods = { set, lockDropout };
  return Object.defineProperty(Object.assign(form, methods), "value", {
    get: () => value,
  }) as HyperparameterForm;
}

function isChanged(field: HyperparameterField): boolean {
  return field.read() !== field.default;
}

function valueOf(fields: readonly HyperparameterField[]): Hyperparameters {
  const values: Partial<Record<keyof Hyperparameters, HyperparameterValue>> = {};
  for (const field of fields) {
    if (field.name in defaultHyperparameters || isChanged(field)) values[field.name] = field.read();
  }
  return values as unknown as Hyperparameters; // sound or not: hyperparameterProblems says
}

function split<T>(list: readonly T[], at: number): [T[], T[]] {
  return [list.slice(0, at), list.slice(at)];
}
