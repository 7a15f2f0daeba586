// Offers to go on with a run that an earlier visit, or a stop, left unfinished.
import { html } from "htl";
import { rateField } from "./rateField.js";
import { formatInteger } from "../lib/format.js";
import { batchesPerEpoch, presentRate, type Run } from "../lib/run.js";
import type { ResumeOptions } from "../training/control.js";

/** @param goOn with the run; its rate may be unsound: see hyperparameterProblems */
export function unfinishedRun(run: Run, goOn: (options: ResumeOptions) => void): HTMLElement {
  const rate = rateField("tasa-al-seguir");
  rate.value = presentRate(run);
  return html`<div class="callout">
    <p>${describeUnfinished(run)}</p>
    <div class="training-controls">
      <button
        type="button"
        class="primary"
        onclick=${() => {
          goOn({ learningRate: rate.value });
        }}
      >
        Seguir donde estaba
      </button>
      <button
        type="button"
        onclick=${() => {
          goOn({ learningRate: rate.value, advance: "step" });
        }}
      >
        Darle un paso más
      </button>
    </div>
    ${rate.element}
  </div>`;
}

function describeUnfinished(run: Run): string {
  const { batch } = run.checkpoint;
  const perEpoch = batchesPerEpoch(run.hyperparameters);
  return (
    `Tienes una corrida a medias: quedó en la época ${Math.floor(batch / perEpoch) + 1} de ` +
    `${run.hyperparameters.epochs}, lote ${formatInteger(batch % perEpoch)} de ${formatInteger(perEpoch)}. ` +
    "Puede seguir exactamente donde estaba, con sus propios hiperparámetros, o con otra tasa de aprendizaje."
  );
}
