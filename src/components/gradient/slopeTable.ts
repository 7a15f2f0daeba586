// A gradient of the real network beside what the loss does when its number is moved, by more and by less.
import { html } from "htl";
import { barTable } from "../parts/barTable.js";
import { formatNumber, formatPercent } from "../../lib/text/format.js";
import { formatScientific } from "../../lib/text/formatScientific.js";

export interface SlopeRow {
  /** How far the number was moved to either side. */
  step: number;
  /** NaN where float32 took the step away. */
  slope: number;
}

export function slopeTable(rows: readonly SlopeRow[], gradient: number): HTMLElement {
  const best = closest(rows, gradient);
  const bars = rows.map((row) => {
    const share = shareOf(row, gradient);
    const isBest = row === best;
    return {
      cells: [
        formatNumber(row.step),
        formatScientific(row.slope, 3),
        `${isBest ? "✓ " : ""}${Number.isFinite(share) ? formatPercent(share, share < 0.1 ? 1 : 0) : "—"}`,
      ],
      ratio: Math.min(1, Number.isFinite(share) ? share : 1),
    };
  });
  return html`<div>
    <p class="figure-readout">
      Gradiente hacia atrás: <strong>${formatScientific(gradient, 3)}</strong>
    </p>
    <div
      class="table-scroll"
      tabindex="0"
      role="region"
      aria-label="El gradiente, moviendo el peso más y menos"
    >
      ${barTable(bars, { columns: ["Se mueve", "Moviéndolo", "Se aparta"] })}
    </div>
  </div>`;
}

/** The row whose slope is nearest to the gradient. */
export function closest(rows: readonly SlopeRow[], gradient: number): SlopeRow | undefined {
  const far = (row: SlopeRow) => {
    const share = shareOf(row, gradient);
    return Number.isNaN(share) ? Infinity : share;
  };
  return rows.reduce((a, b) => (far(b) < far(a) ? b : a), rows[0]!);
}

/** How far the slope is from the gradient, as a part of it. */
function shareOf({ slope }: SlopeRow, gradient: number): number {
  const difference = Math.abs(slope - gradient);
  return difference === 0 ? 0 : difference / Math.abs(gradient);
}
