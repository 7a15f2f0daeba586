// The probability of each class for one image, as a table whose rows carry a bar.
import { html } from "htl";
import { formatDecimal, formatPercent } from "../lib/format.js";

/** @param logProbabilities one a class, in nats */
export function probabilityBars(
  logProbabilities: ArrayLike<number>,
  names: readonly string[],
): HTMLElement {
  const rows = Array.from(logProbabilities, (logProbability, i) => {
    const probability = Math.exp(logProbability);
    const bar = html`<div class="bar"></div>`;
    bar.style.width = `${100 * probability}%`;
    return html.fragment`<tr>
      <th scope="row">${names[i] ?? `Clase ${i}`}</th>
      <td class="number">${formatDecimal(logProbability, 2)}</td>
      <td class="number">${formatPercent(probability)}</td>
      <td class="bar-cell" aria-hidden="true">${bar}</td>
    </tr>`;
  });
  return html`<table class="bar-table">
    <thead>
      <tr>
        <th scope="col">Clase</th>
        <th scope="col" class="number">ln p</th>
        <th scope="col" class="number">p</th>
        <td aria-hidden="true"></td>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
