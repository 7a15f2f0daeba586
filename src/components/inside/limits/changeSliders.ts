// How much there is of each change of an image: a slider each. An input for `view()`: its value are the amounts.
import { html } from "htl";
import { describeAmount } from "./describeAmount.js";
import {
  type ChangeAmounts,
  type ImageChange,
  imageChanges,
  noChange,
} from "../../../lib/dataset/changes/imageChanges.js";

export interface ChangeSlidersOptions {
  /** Left out, or out of reach: as near to it as the slider goes. */
  initial?: Partial<ChangeAmounts>;
  /** Called once a slider is let go; what changes nothing is undefined. */
  onChoose?: (amounts: Partial<ChangeAmounts>) => void;
}

/** The sliders; they dispatch `input` while one is moved. */
export function changeSliders({
  initial = {},
  onChoose,
}: ChangeSlidersOptions = {}): HTMLElement & { value: ChangeAmounts } {
  const rows = imageChanges.map((change) => changeRow(change));
  const element = html`<div class="change-sliders" role="group" aria-label="Cambios de la imagen">
    ${rows.flatMap(({ nodes }) => nodes)}
    <button type="button" onclick=${reset}>Dejarla como estaba</button>
  </div>`;
  const result = Object.assign(element, { value: noChange() });
  function set(amounts: ChangeAmounts): void {
    for (const { change, show } of rows) show(amounts[change.name]);
    result.value = Object.fromEntries(
      rows.map(({ change, range }) => [change.name, range.valueAsNumber]),
    ) as ChangeAmounts;
  }
  function choose(amounts: ChangeAmounts): void {
    set(amounts);
    element.dispatchEvent(new CustomEvent("input", { bubbles: true }));
  }
  function tell(): void {
    onChoose?.(effective(result.value));
  }
  function reset(): void {
    choose(noChange());
    tell();
  }
  for (const { change, range } of rows) {
    range.addEventListener("input", (event) => {
      event.stopPropagation();
      choose({ ...result.value, [change.name]: range.valueAsNumber });
    });
    range.addEventListener("change", tell);
  }
  set({ ...noChange(), ...initial });
  return result;
}

function effective(amounts: ChangeAmounts): Partial<ChangeAmounts> {
  const entries = imageChanges.map(({ name, none }) => {
    return [name, amounts[name] === none ? undefined : amounts[name]];
  });
  return Object.fromEntries(entries) as Partial<ChangeAmounts>;
}

/** The slider of a change between its name and its amount. */
function changeRow(change: ImageChange) {
  const { name, label, min, max, step } = change;
  const range = html`<input
    type="range"
    id=${`cambio-${name}`}
    min=${min}
    max=${max}
    step=${step}
  />` as HTMLInputElement;
  const output = html`<output for=${range.id}></output>`;
  return {
    change,
    range,
    nodes: [html`<label for=${range.id}>${label}</label>`, range, output],
    show: (amount: number) => {
      range.valueAsNumber = amount; // the browser keeps it between its ends, on a step
      output.textContent = describeAmount(change, range.valueAsNumber);
      range.setAttribute("aria-valuetext", output.textContent);
    },
  };
}
