// The size of the gradient of each weight: a table whose rows carry a bar.
import { html } from "htl";
import { formatInteger, formatNumber } from "../lib/format.js";
import { formatShape } from "./networkSummary.js";

export interface GradientRow {
  /** Layer and variable: `conv1/kernel`. */
  name: string;
  shape: readonly number[];
  /** The L2 norm: the square root of the sum of the squares. */
  norm: number;
}

/** @param rows in the network's order */
export function gradientTable(rows: readonly GradientRow[]): HTMLElement {
  const largest = Math.max(Number.MIN_VALUE, ...rows.map(({ norm }) => norm));
  return html`<div
    class="table-scroll"
    tabindex="0"
    role="region"
    aria-label="Tamaño de cada gradiente"
  >
    <table class="bar-table">
      <thead>
        <tr>
          <th scope="col">Pesos</th>
          <th scope="col">Forma</th>
          <th scope="col" class="number">Números</th>
          <th scope="col" class="number">Tamaño (norma L2)</th>
          <td aria-hidden="true"></td>
        </tr>
      </thead>
      <tbody>
        ${rows.map(({ name, shape, norm }) => {
          const bar = html`<div class="bar"></div>`;
          bar.style.width = `${(100 * norm) / largest}%`;
          return html.fragment`<tr>
            <th scope="row"><code>${name}</code></th>
            <td>${formatShape(shape)}</td>
            <td class="number">${formatInteger(shape.reduce((product, n) => product * n, 1))}</td>
            <td class="number">${formatNumber(Number(norm.toPrecision(3)))}</td>
            <td class="bar-cell" aria-hidden="true">${bar}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
