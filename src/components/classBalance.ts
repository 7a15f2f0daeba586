// How many images each class has: a table whose rows carry a bar.
import { html } from "htl";
import { formatInteger, formatPercent } from "../lib/format.js";

/** @param counts images a class, in class order */
export function classBalance(counts: readonly number[], names: readonly string[]): HTMLElement {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const largest = Math.max(1, ...counts);
  const rows = counts.map((count, i) => {
    const bar = html`<div class="bar"></div>`;
    bar.style.width = `${(100 * count) / largest}%`;
    return html.fragment`<tr>
      <th scope="row">${i} · ${names[i] ?? `Clase ${i}`}</th>
      <td class="number">${formatInteger(count)}</td>
      <td class="number">${formatPercent(count / total, 0)}</td>
      <td class="bar-cell" aria-hidden="true">${bar}</td>
    </tr>`;
  });
  return html`<table class="bar-table">
    <thead>
      <tr>
        <th scope="col">Clase</th>
        <th scope="col" class="number">Imágenes</th>
        <th scope="col" class="number">Parte</th>
        <td aria-hidden="true"></td>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
