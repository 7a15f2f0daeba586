// Pictures of filters, maps or neurons, one of which is chosen: native radio buttons, so that the keyboard goes through
// them with the arrows and passes them by with one tab.
import { html } from "htl";

export interface Unit {
  picture: Node;
  /** For who does not see it. */
  label: string;
  /** Under the picture. */
  caption: string;
}

export interface UnitPickerOptions {
  /** Names the group. */
  label: string;
  chosen: number;
  onChoose: (index: number) => void;
  /** On a wide page. */
  columns?: number;
}

let groups = 0;

export function unitPicker(
  units: readonly Unit[],
  { label, chosen, onChoose, columns = 10 }: UnitPickerOptions,
): HTMLElement {
  const name = `unidades-${++groups}`;
  const options = units.map(({ picture, label: text, caption }, index) => {
    const radio = html`<input
      type="radio"
      class="visually-hidden"
      name=${name}
      aria-label=${text}
      checked=${index === chosen}
    />` as HTMLInputElement;
    radio.onchange = () => {
      onChoose(index);
    };
    return html`<label class="unit"
      >${radio}${picture}<span aria-hidden="true">${caption}</span></label
    >`;
  });
  const picker = html`<div class="unit-picker" role="radiogroup" aria-label=${label}>
    ${options}
  </div>`;
  picker.style.setProperty("--columns", String(Math.min(columns, units.length)));
  return picker;
}
