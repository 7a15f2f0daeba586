// The epochs of a run as a table: loss, loss and accuracy on held-out images (test, or validation), seconds.
import { html } from "htl";
import { scrollableTable } from "../parts/scrollableTable.js";
import { formatDecimal, formatPercent } from "../../lib/text/format.js";
import { heldOut, type HeldOutSet, whereHeldOut } from "../../lib/run/heldOut/heldOut.js";
import type { EpochResult, RunHistory } from "../../lib/run/run.js";

export type EpochTable = HTMLElement & {
  /** Adds the epochs that the history has more; a shorter one, of a run that went back, is written anew. */
  update(history: RunHistory): void;
};

/** @param set the images that the run is judged by; left out: those of its first epoch */
export function epochTable(history: RunHistory, set?: HeldOutSet): EpochTable {
  const where = whereHeldOut[set ?? heldOut(history.epochs[0])?.set ?? "test"];
  const table = scrollableTable({
    label: "Épocas",
    columns: ["Época", "Pérdida", `Pérdida ${where}`, `Exactitud ${where}`, "Segundos"],
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

function row(result: EpochResult): HTMLElement {
  const { epoch, loss, seconds } = result;
  const judged = heldOut(result);
  return html`<tr>
    <th scope="row">${epoch}</th>
    <td>${formatDecimal(loss)}</td>
    <td>${formatDecimal(judged?.loss ?? NaN)}</td>
    <td>${formatPercent(judged?.accuracy ?? NaN, 2)}</td>
    <td>${formatDecimal(seconds, 1)}</td>
  </tr>`;
}
