// The hyperparameters as a form: those of the original, and folded away those beyond it. Its value is
// what the reader has chosen or typed, sound or not; what the original does not have is left out of it.
import { html } from "htl";
import { choiceField, switchField } from "./choiceField.js";
import { classesField } from "./classesField.js";
import type { HyperparameterField } from "./hyperparameterFrame.js";
import { numberField } from "./numberField.js";
import {
  type HyperparameterDefinition,
  hyperparameterDefinitions,
  type HyperparameterName,
  hyperparameterProblems,
  type Hyperparameters,
  type HyperparameterValue,
} from "../../lib/run/hyperparameters.js";

export type HyperparameterForm = HTMLFormElement & {
  readonly value: Hyperparameters;
  /** Sets every field; what is left out gets the original's value. */
  set: (values: Partial<Hyperparameters>) => void;
  /** Disables dropout, which the network decides, and leaves it out; undefined: it may be chosen. */
  lockDropout: (reason: string | undefined) => void;
};

/** Those that a phone shows at once. */
const USUAL: ReadonlySet<HyperparameterName> = new Set([
  "epochs",
  "learningRate",
  "batchSize",
  "trainImages",
]);

/** A form that dispatches `input` when a value changes. */
export function hyperparameterForm(initial: Partial<Hyperparameters> = {}): HyperparameterForm {
  const [main, beyond] = [fieldsOf({ isBeyond: false }), fieldsOf({ isBeyond: true })];
  for (const { name, element } of main) element.classList.toggle("is-usual", USUAL.has(name));
  const fields = [...main, ...beyond];
  const { form, details, summary, restore } = formView(main, beyond);
  let value: Hyperparameters;
  function update(): void {
    value = valueOf(main, beyond);
    const problems = hyperparameterProblems(value);
    for (const { name, show } of fields) {
      show(problems.find((problem) => problem.name === name)?.message);
    }
    summary.textContent = `Más allá del original${howMany(beyond.filter(isChanged).length)}`;
    restore.disabled = !fields.some(isChanged);
  }
  function set(values: Partial<Hyperparameters>): void {
    for (const field of fields) field.write(values[field.name] ?? field.default);
    update();
    if (beyond.some(isChanged)) details.open = true;
  }
  function lockDropout(reason: string | undefined): void {
    fields.find(({ name }) => name === "dropoutRate")!.lock(reason);
    update();
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
  return Object.defineProperty(Object.assign(form, { set, lockDropout }), "value", {
    get: () => value,
  }) as HyperparameterForm;
}

/** The form's elements; those beyond the original are folded away. */
function formView(main: readonly HyperparameterField[], beyond: readonly HyperparameterField[]) {
  const summary = html`<summary></summary>`;
  const details = html`<details class="hyperparameters-beyond">
    ${summary}
    <div class="hyperparameter-fields">${beyond.map(({ element }) => element)}</div>
  </details>` as HTMLDetailsElement;
  const restore = html`<button type="button" class="hyperparameters-restore">
    Volver a los valores del original
  </button>` as HTMLButtonElement;
  const form = html`<form class="hyperparameters" aria-label="Hiperparámetros" novalidate>
    <div class="hyperparameter-fields">${main.map(({ element }) => element)}</div>
    ${details}${restore}
  </form>` as HTMLFormElement;
  return { form, details, summary, restore };
}

function howMany(changed: number): string {
  if (changed === 0) return "";
  return changed === 1 ? " · 1 cambiado" : ` · ${changed} cambiados`;
}

function fieldsOf({ isBeyond }: { isBeyond: boolean }): HyperparameterField[] {
  return hyperparameterDefinitions
    .filter((definition) => definition.isBeyond === isBeyond)
    .map((definition) => fieldOf(definition));
}

function isChanged(field: HyperparameterField): boolean {
  return field.read() !== field.default;
}

function fieldOf(definition: HyperparameterDefinition): HyperparameterField {
  switch (definition.kind) {
    case "number":
      return numberField(definition);
    case "choice":
      return choiceField(definition);
    case "switch":
      return switchField(definition);
    case "classes":
      return classesField(definition);
  }
}

function valueOf(
  main: readonly HyperparameterField[],
  beyond: readonly HyperparameterField[],
): Hyperparameters {
  const values: Partial<Record<HyperparameterName, HyperparameterValue>> = {};
  for (const field of [...main, ...beyond.filter(isChanged)]) values[field.name] = field.read();
  return values as unknown as Hyperparameters; // sound or not: hyperparameterProblems says
}
