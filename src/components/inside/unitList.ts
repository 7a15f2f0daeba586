// Pictures of filters, maps or neurons that are only looked at, beside those of which one is chosen: unitPicker.
import { html } from "htl";
import type { Unit, UnitPicker } from "./unitPicker.js";

export type UnitList = HTMLElement & Pick<UnitPicker, "relabel">;

export function unitList(
  units: readonly Unit[],
  { label, columns = 10 }: { label: string; columns?: number },
): UnitList {
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
  return Object.assign(list, {
    relabel(labels: readonly string[]) {
      for (const [i, item] of items.entries()) item.setAttribute("aria-label", labels[i]!);
    },
  });
}
