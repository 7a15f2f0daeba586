// Pictures of filters, maps or neurons that are only looked at, beside those of which one is chosen: unitPicker.
import { html } from "htl";
import type { Unit } from "./unitPicker.js";

export function unitList(
  units: readonly Unit[],
  { label, columns = 10 }: { label: string; columns?: number },
): HTMLElement {
  const items = units.map(
    ({ picture, label: text, caption }) =>
      html`<li class="unit" aria-label=${text}>
        ${picture}<span aria-hidden="true">${caption}</span>
      </li>`,
  );
  const list = html`<ul class="unit-picker" aria-label=${label}>
    ${items}
  </ul>`;
  list.style.setProperty("--columns", String(Math.min(columns, items.length)));
  return list;
}
