// A field for the number of a test image, and why there is none such.
import { html } from "htl";
import type { PickerState } from "./pickerMachine.js";
import { formatInteger } from "../../../lib/text/format.js";
import { typedNumber } from "../../../lib/text/parseNumber.js";
import { writeText } from "../../parts/writeText.js";

export interface ImageNumberField {
  element: HTMLElement;
  problem: HTMLElement;
  show: (state: PickerState) => void;
}

/** @param count of all the test images */
export function imageNumberField(count: number, onTyped: (text: string) => void): ImageNumberField {
  const input = html`<input
    class="short-number"
    inputmode="numeric"
    autocomplete="off"
  />` as HTMLInputElement;
  const problem = html`<p class="work-alert" role="alert"></p>`;
  input.onchange = () => {
    onTyped(input.value);
  };
  return {
    element: html`<label>Número (0 a ${formatInteger(count - 1)}) ${input}</label>`,
    problem,
    show(state) {
      if (state.problem === "") input.value = typedNumber(state.current);
      input.setAttribute("aria-invalid", String(state.problem !== ""));
      writeText(problem, state.problem);
    },
  };
}
