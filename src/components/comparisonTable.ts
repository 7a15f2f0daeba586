// What this notebook finds beside what the original printed.
import { html } from "htl";

export interface ComparisonRow {
  name: string;
  /** Already formatted. */
  here: string;
  original: string;
}

export function comparisonTable(rows: readonly ComparisonRow[]): HTMLElement {
  return html`<table class="bar-table comparison-table">
    <thead>
      <tr>
        <td></td>
        <th scope="col" class="number">Este cuaderno</th>
        <th scope="col" class="number">El original</th>
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
