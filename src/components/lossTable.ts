// The loss chart as a table: the mean of each 1,000 batches beside the original's of the same batch.
import { html } from "htl";
import { formatDecimal, formatInteger } from "../lib/format.js";
import type { LossPoint, RunHistory } from "../lib/run.js";

export function lossTable(
  { thousands }: RunHistory,
  { original }: { original: readonly LossPoint[] },
): HTMLElement {
  if (thousands.length === 0) {
    return html`<p class="empty">Aún no hay 1.000 lotes en una época.</p>`;
  }
  const originalLoss = new Map(original.map(({ batch, loss }) => [batch, loss]));
  const rows = thousands.map(({ batch, epoch, batchInEpoch, loss }) => {
    const there = originalLoss.get(batch);
    return html`<tr>
      <th scope="row">${epoch}</th>
      <td>${formatInteger(batchInEpoch)}</td>
      <td>${formatDecimal(loss)}</td>
      <td>${there === undefined ? "—" : formatDecimal(there)}</td>
    </tr>`;
  });
  return html`<div
    class="table-scroll tall"
    tabindex="0"
    role="region"
    aria-label="La curva en números"
  >
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">Época</th>
          <th scope="col">Lote</th>
          <th scope="col">Este cuaderno</th>
          <th scope="col">El original</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
