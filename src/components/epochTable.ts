// The epochs of a run as a table: loss, test loss, test accuracy, seconds.
import { html } from "htl";
import { formatDecimal, formatPercent } from "../lib/format.js";
import type { EpochResult, RunHistory } from "../lib/run.js";

export type EpochTable = HTMLElement & {
  /** Adds the epochs that the history has more; a shorter one, of a run that went back, is written anew. */
  update(history: RunHistory): void;
};

export function epochTable(history: RunHistory): EpochTable {
  const body = html`<tbody></tbody>`;
  const table = html`<div class="table-scroll tall" tabindex="0" role="region" aria-label="Épocas">
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
      ${body}
    </table>
  </div>`;
  const empty = html`<p class="empty">Aún no ha terminado ninguna época.</p>`;

  function update({ epochs }: RunHistory): void {
    if (epochs.length < body.childElementCount) body.replaceChildren();
    body.append(...epochs.slice(body.childElementCount).map(row));
    table.hidden = epochs.length === 0;
    empty.hidden = epochs.length > 0;
  }

  update(history);
  return Object.assign(html`<div>${table}${empty}</div>`, { update });
}

function row({ epoch, loss, testLoss, testAccuracy, seconds }: EpochResult): HTMLElement {
  return html`<tr>
    <th scope="row">${epoch}</th>
    <td>${formatDecimal(loss)}</td>
    <td>${formatDecimal(testLoss)}</td>
    <td>${formatPercent(testAccuracy, 2)}</td>
    <td>${formatDecimal(seconds, 1)}</td>
  </tr>`;
}
