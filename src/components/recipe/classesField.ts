// A hyperparameter that is a digit for each class: a list a class.
import { html } from "htl";
import { controlId, type HyperparameterField, hyperparameterFrame } from "./hyperparameterFrame.js";
import { classNames } from "../../lib/dataset/classNames.js";
import { type ClassesDefinition, formatValue } from "../../lib/run/hyperparameters.js";

export function classesField(definition: ClassesDefinition): HyperparameterField {
  const { name, label, help, min, max } = definition;
  const digits = Array.from({ length: max - min + 1 }, (_, i) => String(min + i));
  const selects = classNames.map(({ spanish }, i) => {
    const id = i === 0 ? controlId(name) : `${controlId(name)}-${i}`;
    return html`<select id=${id} aria-label=${`${label}: ${spanish}`}>
      ${digits.map((digit) => html`<option value=${digit}>×${digit}</option>`)}
    </select>` as HTMLSelectElement;
  });
  const control = html`<div class="hyperparameter-classes">
    ${classNames.map(({ spanish }, i) => html`<span><span>${spanish}</span> ${selects[i]}</span>`)}
  </div>`;
  return hyperparameterFrame({
    name,
    label,
    help,
    control,
    default: definition.default,
    defaultText: formatValue(definition, definition.default),
    read: () => selects.map(({ value }) => value).join(""),
    write: (value) => {
      selects.forEach((select, i) => {
        select.value = String(value).charAt(i);
      });
    },
  });
}
