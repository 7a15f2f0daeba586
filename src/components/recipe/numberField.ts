// A hyperparameter that is a number: a field for the exact value, with its unit, and a slider that
// stops at values worth trying.
import { html } from "htl";
import { controlId, type HyperparameterField, hyperparameterFrame } from "./hyperparameterFrame.js";
import { formatInteger, formatNumber } from "../../lib/text/format.js";
import type { HyperparameterValue, NumberDefinition } from "../../lib/run/hyperparameters.js";
import { nearestStop } from "../../lib/numbers/nearestStop.js";
import { parseNumber, typedNumber } from "../../lib/text/parseNumber.js";

/** One without stops is no quantity: in the slider's place is a button that draws a number. */
export function numberField(definition: NumberDefinition): HyperparameterField {
  const { name, label, help, unit, max, integer, stops } = definition;
  const text = (value: number) => (integer ? formatInteger(value) : formatNumber(value));
  const number = html`<input
    id=${controlId(name)}
    inputmode=${integer ? "numeric" : "decimal"}
    autocomplete="off"
  />` as HTMLInputElement;
  const read = () => parseNumber(number.value, { whole: integer });
  const slider = stops && stopSlider(stops, label, (value) => `${text(value)} ${unit}`);
  const draw = html`<button type="button" class="hyperparameter-draw">Otra al azar</button>`;
  const write = (value: HyperparameterValue) => {
    number.value = typedNumber(value as number);
    slider?.write(read());
  };
  number.addEventListener("input", () => slider?.write(read()));
  slider?.element.addEventListener("input", () => {
    number.value = typedNumber(slider.read());
  });
  draw.onclick = () => {
    write(anyNumber(max));
    number.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const control = html`<div class="hyperparameter-control">
    <span class="hyperparameter-number">${number} <span>${unit}</span></span>
    ${slider?.element ?? draw}
  </div>`;
  return hyperparameterFrame({
    name,
    label,
    help,
    control,
    read,
    write,
    default: definition.default,
    defaultText: text(definition.default),
  });
}

/** A slider whose positions are the stops. */
function stopSlider(
  stops: readonly number[],
  label: string,
  text: (value: number) => string,
): { element: HTMLElement; read: () => number; write: (value: number) => void } {
  const element = html`<input
    type="range"
    min="0"
    max=${stops.length - 1}
    step="1"
    aria-label=${`${label}, valores que probar`}
  />` as HTMLInputElement;
  const read = () => stops[Number(element.value)]!;
  const say = () => {
    element.setAttribute("aria-valuetext", text(read()));
  };
  element.addEventListener("input", say);
  const write = (value: number) => {
    element.value = String(nearestStop(stops, value));
    say();
  };
  return { element, read, write };
}

/** A seed to begin from, short enough to write down; what is computed from it is not random. */
function anyNumber(max: number): number {
  const [drawn] = crypto.getRandomValues(new Uint16Array(1));
  return Math.min(max, drawn!);
}
