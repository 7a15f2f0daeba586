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

export type UnitPicker = HTMLElement & {
  /** Says other words for who does not see them: one for each. */
  relabel: (labels: readonly string[]) => void;
  /** Without telling anybody; −1: none. */
  choose: (index: number) => void;
};

let groups = 0;

export function unitPicker(
  units: readonly Unit[],
  { label, chosen, onChoose, columns = 10 }: UnitPickerOptions,
): UnitPicker {
  const name = `unidades-${++groups}`;
  const radios = units.map(({ label: text }, index) => {
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
    return radio;
  });
  const options = units.map(
    ({ picture, caption }, index) =>
      html`<label class="unit"
        >${radios[index]}${picture}<span aria-hidden="true">${caption}</span></label
      >`,
  );
  const picker = html`<div class="unit-picker" role="radiogroup" aria-label=${label}>
    ${options}
  </div>`;
  picker.style.setProperty("--columns", String(Math.min(columns, units.length)));
  return Object.assign(picker, {
    relabel(labels: readonly string[]) {
      for (const [i, radio] of radios.entries()) radio.setAttribute("aria-label", labels[i]!);
    },
    choose(index: number) {
      for (const [i, radio] of radios.entries()) radio.checked = i === index;
    },
  });
}
