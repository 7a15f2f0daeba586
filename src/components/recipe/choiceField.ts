// A hyperparameter that is one of a few, as a list, or on and off, as a box.
import { html } from "htl";
import { controlId, type HyperparameterField, hyperparameterFrame } from "./hyperparameterFrame.js";
import {
  type ChoiceDefinition,
  defaultValue,
  type SwitchDefinition,
} from "../../lib/run/hyperparameters.js";

export function choiceField(definition: ChoiceDefinition): HyperparameterField {
  const { name, label, help, options } = definition;
  const select = html`<select id=${controlId(name)}>
    ${options.map((option) => html`<option value=${option.value}>${option.label}</option>`)}
  </select>` as HTMLSelectElement;
  return hyperparameterFrame({
    name,
    label,
    help,
    default: defaultValue(definition),
    defaultText: options[0]!.label,
    control: select,
    read: () => select.value,
    write: (value) => {
      select.value = String(value);
    },
  });
}

export function switchField(definition: SwitchDefinition): HyperparameterField {
  const { name, label, help, off } = definition;
  const box = html`<input id=${controlId(name)} type="checkbox" />` as HTMLInputElement;
  return hyperparameterFrame({
    name,
    label,
    help,
    default: defaultValue(definition),
    defaultText: off,
    control: html`<div class="hyperparameter-control">${box}</div>`,
    read: () => box.checked,
    write: (value) => {
      box.checked = value === true;
    },
  });
}
