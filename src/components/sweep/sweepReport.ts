// What a sweep has given so far, with the caption that says what to look at, and the sentence that tells
// a difference from what the seeds alone do.
import { html } from "htl";
import { figure } from "../parts/figure.js";
import { sweepChart } from "./sweepChart.js";
import { describeChoice } from "../../lib/sweep/describeSweep.js";
import type { Sweep } from "../../lib/sweep/sweep.js";
import { type SweepCell, sweepVerdict } from "../../lib/sweep/sweepResults.js";

const MAP_CAPTION =
  "Exactitud media de cada combinación; debajo, la desviación de sus semillas en puntos. " +
  "Cuanto más azul, mejor; sin color, alguna semilla divergió (✕).";
const POINTS_CAPTION =
  "Cada círculo es una semilla; la raya y el número, su media; debajo, las que divergieron (✕). " +
  "Mira si los grupos se separan más de lo que se abre cada uno.";

/**
 * @param result a sweep and its cells, one a combination; undefined while there is no sweep
 * @param options.width in CSS pixels
 */
export function sweepReport(
  result: { sweep: Sweep; cells: readonly SweepCell[] } | undefined,
  { width }: { width: number },
): HTMLElement {
  if (!result) return html`<div>${emptyNote()}</div>`;
  const { sweep, cells } = result;
  return html`<div>
    ${chart(sweep, cells, width)}
    <p class="callout">${sweepVerdict(sweep, cells)}</p>
    <p>${describeChoice(sweep)}</p>
  </div>`;
}

/** Where all the seeds so far have diverged there is nothing to draw, and the verdict says so. */
function chart(sweep: Sweep, cells: readonly SweepCell[], width: number): Node | null {
  if (cells.some(({ accuracies }) => accuracies.length > 0)) {
    const caption = sweep.axes.length > 1 ? MAP_CAPTION : POINTS_CAPTION;
    return figure(sweepChart(sweep, cells, { width }), { caption });
  }
  return cells.every(({ diverged }) => diverged === 0) ? emptyNote() : null;
}

function emptyNote(): HTMLElement {
  return html`<p class="empty">
    Aquí aparecerá el resultado en cuanto acabe el primer entrenamiento: un mapa si cambias dos
    hiperparámetros, puntos si cambias uno.
  </p>`;
}
