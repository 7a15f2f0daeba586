// A labelled field of text in the plan of a sweep, and the whole numbers that are typed there.
import { html } from "htl";
import { parseNumberList } from "../../lib/text/parseNumber.js";

export interface TextField {
  label: string;
  element: HTMLElement;
  input: HTMLInputElement;
}

export function wholeNumbers({ input }: TextField): number[] {
  return parseNumberList(input.value, { whole: true });
}

/** NaN if there is none, or more than one. */
export function wholeNumber(field: TextField): number {
  const [first = NaN, ...others] = wholeNumbers(field);
  return others.length === 0 ? first : NaN;
}

export function sweepTextField(id: string, label: string, value: string): TextField {
  const input = html`<input
    id=${id}
    value=${value}
    inputmode="text"
    autocomplete="off"
  />` as HTMLInputElement;
  const element = html`<div class="sweep-field"><label for=${id}>${label}</label>${input}</div>`;
  return { label, element, input };
}
