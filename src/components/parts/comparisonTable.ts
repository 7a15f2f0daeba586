// What this notebook finds beside what the original printed, or two other results side by side.
import { html } from "htl";

export interface ComparisonRow {
  name: string;
  /** Already formatted. */
  here: string;
  original: string;
}

export function comparisonTable(
  rows: readonly ComparisonRow[],
  {
    columns = ["Este cuaderno", "El original"],
  }: { columns?: readonly [here: string, original: string] } = {},
): HTMLElement {
  return html`<table class="bar-table comparison-table">
    <thead>
      <tr>
        <td></td>
        <th scope="col" class="number">${columns[0]}</th>
        <th scope="col" class="number">${columns[1]}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ name, here, original }) => html.fragment`<tr>
          <th scope="row">${name}</th>
          <td class="number">${here}</td>
          <td class="number">${original}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
