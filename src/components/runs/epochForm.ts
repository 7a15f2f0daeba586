// The form that begins a new run at the end of one of the epochs whose weights a run has kept.
import { html } from "htl";
import { formatInteger, formatNumber } from "../../lib/text/format.js";
import { heldOut } from "../../lib/run/heldOut/heldOut.js";
import { batchesPerEpoch } from "../../lib/run/run.js";
import { epochsToGoOn, type RunRecord } from "../../lib/run/runRecord.js";

export type EpochForm = HTMLElement & {
  /** The run has changed; the epoch that was chosen stays where it can. */
  update(run: RunRecord): void;
};

export function epochForm(branch: (epoch: number) => Promise<void>): EpochForm {
  const select = html`<select id="epoca-guardada"></select>` as HTMLSelectElement;
  const batches = html`<span></span>`;
  const form = html`<form class="run-card-form">
    <label for="epoca-guardada">Época</label> ${select}
    <button type="submit">Volver a esta época</button>
    <span class="run-card-help"
      >Empieza un entrenamiento nuevo con los pesos, las velocidades del optimizador y la tasa de
      entonces (${batches} lotes por época); este se queda como está.</span
    >
  </form>` as unknown as EpochForm;
  form.onsubmit = (event) => {
    event.preventDefault();
    void branch(Number(select.value));
  };
  form.update = (run) => {
    const latestFirst = epochsToGoOn(run).reverse();
    const texts = new Map(latestFirst.map((epoch) => [String(epoch), optionText(run, epoch)]));
    const shown = [...select.options].map((option) => option.textContent);
    form.hidden = texts.size === 0;
    batches.textContent = formatInteger(batchesPerEpoch(run.hyperparameters));
    if ([...texts.values()].join() === shown.join()) return;
    const chosen = select.value;
    select.replaceChildren(
      ...[...texts].map(([epoch, text]) => html`<option value=${epoch}>${text}</option>`),
    );
    if (texts.has(chosen)) select.value = chosen;
  };
  return form;
}

/** «3 (81,2 %)». */
function optionText({ epochs }: RunRecord, epoch: number): string {
  const judged = heldOut(epochs.find((one) => one.epoch === epoch));
  return judged
    ? `${epoch} (${formatNumber(Math.round(1000 * judged.accuracy) / 10)}\u00a0%)`
    : String(epoch);
}
