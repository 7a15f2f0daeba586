// A field for another learning rate, from where a run stands on.
import { html } from "htl";
import { hyperparameterDefinitions } from "../lib/hyperparameters.js";

export interface RateField {
  element: HTMLElement;
  /** NaN while there is no number in it; sound or not: see hyperparameterProblems. */
  value: number;
}

const { min, max } = hyperparameterDefinitions.find(({ name }) => name === "learningRate")!;

export function rateField(id: string): RateField {
  const input = html`<input
    id=${id}
    type="number"
    inputmode="decimal"
    min=${min}
    max=${max}
    step="any"
  />` as HTMLInputElement;
  const element = html`<p class="training-rate">
    <label for=${id}>Tasa de aprendizaje desde aquí</label> ${input}
    <span>Con un plan, la más alta de lo que queda.</span>
  </p>`;
  return {
    element,
    get value() {
      return input.valueAsNumber;
    },
    set value(learningRate) {
      input.value = String(learningRate);
    },
  };
}
