// A field for another learning rate, from where a run stands on.
import { html } from "htl";
import { parseNumber, typedNumber } from "../../lib/text/parseNumber.js";

export interface RateField {
  element: HTMLElement;
  /** NaN while there is no number in it; sound or not: see hyperparameterProblems. */
  value: number;
}

export function rateField(id: string): RateField {
  const input = html`<input id=${id} inputmode="decimal" autocomplete="off" />` as HTMLInputElement;
  const element = html`<p class="training-rate">
    <label for=${id}>Tasa de aprendizaje desde aquí</label> ${input}
    <span>Con un plan, la más alta de lo que queda.</span>
  </p>`;
  return {
    element,
    get value() {
      return parseNumber(input.value);
    },
    set value(learningRate) {
      input.value = typedNumber(learningRate);
    },
  };
}
