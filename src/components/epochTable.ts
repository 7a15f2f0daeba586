// The epochs of a run as a table: loss, test loss, test accuracy, seconds.
import { html } from "htl";
import { formatDecimal, formatPercent } from "../lib/format.js";
import type { RunHistory } from "../lib/run.js";

export function epochTable({ epochs }: RunHistory): HTMLElement {
  if (epochs.length === 0) return html`<p class="empty">Aún no ha terminado ninguna época.</p>`;
  const rows = epochs.map(
    ({ epoch, loss, testLoss, testAccuracy, seconds }) =>
      html`<tr>
        <th scope="row">${epoch}</th>
        <td>${formatDecimal(loss)}</td>
        <td>${formatDecimal(testLoss)}</td>
        <td>${formatPercent(testAccuracy, 2)}</td>
        <td>${formatDecimal(seconds, 1)}</td>
      </tr>`,
  );
  return html`<div class="table-scroll tall" tabindex="0" role="region" aria-label="Épocas">
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">Época</th>
          <th scope="col">Pérdida</th>
          <th scope="col">Pérdida en la prueba</th>
          <th scope="col">Exactitud en la prueba</th>
          <th scope="col">Segundos</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
