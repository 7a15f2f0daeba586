// Offers to go on with a run that an earlier visit, or a stop, left unfinished.
import { html } from "htl";
import { formatInteger } from "../lib/format.js";
import { batchesPerEpoch, type Run } from "../lib/run.js";
import type { Advance } from "../training/control.js";

/** @param goOn with the run; left out: to its end */
export function unfinishedRun(run: Run, goOn: (advance?: Advance) => void): HTMLElement {
  return html`<div class="callout">
    <p>${describeUnfinished(run)}</p>
    <div class="training-controls">
      <button
        type="button"
        class="primary"
        onclick=${() => {
          goOn();
        }}
      >
        Seguir donde estaba
      </button>
      <button
        type="button"
        onclick=${() => {
          goOn("step");
        }}
      >
        Darle un paso más
      </button>
    </div>
  </div>`;
}

function describeUnfinished(run: Run): string {
  const { batch } = run.checkpoint;
  const perEpoch = batchesPerEpoch(run.hyperparameters);
  return (
    `Tienes una corrida a medias: quedó en la época ${Math.floor(batch / perEpoch) + 1} de ` +
    `${run.hyperparameters.epochs}, lote ${formatInteger(batch % perEpoch)} de ${formatInteger(perEpoch)}. ` +
    "Puede seguir exactamente donde estaba, con sus propios hiperparámetros."
  );
}
