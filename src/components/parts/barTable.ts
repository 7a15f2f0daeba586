// A table whose rows end in a bar: the numbers for reading, the bar for comparing at a glance.
import { html } from "htl";

export interface BarRow {
  /** The first one names the row. */
  cells: readonly (string | Node)[];
  /** The length of the bar, 0–1. */
  ratio: number;
}

/** @param columns the headings of the cells; the bar has none */
export function barTable(
  rows: readonly BarRow[],
  { columns }: { columns: readonly string[] },
): HTMLElement {
  return html`<table class="bar-table">
    <thead>
      <tr>
        ${columns.map(
          (column, i) => html.fragment`<th scope="col" class=${alignment(i)}>${column}</th>`,
        )}
        <td aria-hidden="true"></td>
      </tr>
    </thead>
    <tbody>
      ${rows.map(bodyRow)}
    </tbody>
  </table>`;
}

function bodyRow({ cells: [name, ...numbers], ratio }: BarRow): DocumentFragment {
  const width = `${100 * ratio}%`;
  return html.fragment`<tr>
    <th scope="row">${name}</th>
    ${numbers.map((number) => html.fragment`<td class="number">${number}</td>`)}
    <td class="bar-cell" aria-hidden="true"><div class="bar" style=${{ width }}></div></td>
  </tr>`;
}

function alignment(column: number): string {
  return column === 0 ? "" : "number";
}
