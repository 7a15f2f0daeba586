// The epochs of a run as a table: loss, test loss, test accuracy, seconds.
import { html } from "htl";
import { scrollableTable } from "../parts/scrollableTable.js";
import { formatDecimal, formatPercent } from "../../lib/text/format.js";
import type { EpochResult, RunHistory } from "../../lib/run/run.js";

export type EpochTable = HTMLElement & {
  /** Adds the epochs that the history has more; a shorter one, of a run that went back, is written anew. */
  update(history: RunHistory): void;
};

export function epochTable(history: RunHistory): EpochTable {
  const table = scrollableTable({
    label: "Épocas",
    columns: ["Época", "Pérdida", "Pérdida en la prueba", "Exactitud en la prueba", "Segundos"],
    rows: [],
    tall: true,
  });
  const body = table.querySelector("tbody")!;
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
