// The size of the gradient of each weight.
import { html } from "htl";
import { formatNumber } from "../../lib/text/format.js";
import { barTable } from "../parts/barTable.js";
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
  const bars = rows.map(({ name, shape, norm }) => ({
    cells: [
      html`<code>${name}</code>`,
      formatNumber(Number(norm.toPrecision(3))),
      formatShape(shape),
    ],
    ratio: norm / largest,
  }));
  const columns = ["Pesos", "Norma L2", "Forma"];
  return html`<div
    class="table-scroll"
    tabindex="0"
    role="region"
    aria-label="Tamaño de cada gradiente"
  >
    ${barTable(bars, { columns })}
  </div>`;
}
