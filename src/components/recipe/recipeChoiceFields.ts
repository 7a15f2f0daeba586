// The choices beyond the original's recipe that are no numbers: the optimizer, the schedule of the
// learning rate, and the mirror.
import { html } from "htl";
import {
  controlId,
  type HyperparameterField,
  hyperparameterFrame,
  type HyperparameterValue,
} from "./hyperparameterFrame.js";
import { optimizers, schedules } from "../../lib/run/hyperparameters.js";

const optimizerNames: Record<(typeof optimizers)[number], string> = {
  sgd: "Descenso con momento (SGD)",
  nesterov: "SGD con momento de Nesterov",
  adam: "Adam",
  adamw: "AdamW",
};

const scheduleNames: Record<(typeof schedules)[number], string> = {
  constant: "Constante",
  cosine: "Coseno: baja hasta cero",
  "one-cycle": "Un ciclo: sube y baja",
};

export function recipeChoiceFields(): HyperparameterField[] {
  return [
    selectField({
      name: "optimizer",
      label: "Optimizador",
      help: "Cómo se convierte el gradiente en un movimiento de los pesos.",
      names: optimizerNames,
    }),
    selectField({
      name: "schedule",
      label: "Plan de la tasa",
      help: "Cómo cambia la tasa de aprendizaje de un paso a otro.",
      names: scheduleNames,
    }),
    mirrorField(),
  ];
}

interface SelectOptions {
  name: "optimizer" | "schedule";
  label: string;
  help: string;
  /** By value; the first is the original's. */
  names: Record<string, string>;
}

function selectField({ name, label, help, names }: SelectOptions): HyperparameterField {
  const select = html`<select id=${controlId(name)}>
    ${Object.entries(names).map(([value, text]) => html`<option value=${value}>${text}</option>`)}
  </select>` as HTMLSelectElement;
  const [[first, firstText]] = Object.entries(names) as [[string, string]];
  return hyperparameterFrame({
    ...{ name, label, help },
    default: first,
    defaultText: firstText,
    control: select,
    read: () => select.value,
    write: (value: HyperparameterValue) => {
      select.value = String(value);
    },
  });
}

function mirrorField(): HyperparameterField {
  const name = "flip";
  const box = html`<input id=${controlId(name)} type="checkbox" />` as HTMLInputElement;
  return hyperparameterFrame({
    name,
    label: "Espejo",
    help: "Aumento de datos: la mitad de las imágenes, al azar, se ven como en un espejo.",
    default: false,
    defaultText: "sin espejo",
    control: html`<div class="hyperparameter-control">${box}</div>`,
    read: () => box.checked,
    write: (value: HyperparameterValue) => {
      box.checked = value === true;
    },
  });
}
