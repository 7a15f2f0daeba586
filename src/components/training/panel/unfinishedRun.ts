// Offers to go on with a run that an earlier visit, or a stop, left unfinished.
import { html } from "htl";
import { rateField } from "../../recipe/rateField.js";
import { formatInteger } from "../../../lib/text/format.js";
import { batchesPerEpoch, presentRate, type Run } from "../../../lib/run/run.js";
import type { Advance, ResumeOptions } from "../../../training/loop/control.js";

export type UnfinishedRun = HTMLElement & {
  /** The run has gone on in another tab; a rate that the reader has typed stays. */
  update(run: Run): void;
};

/**
 * @param goOn with the run; its rate may be unsound (see hyperparameterProblems), and is left out where it
 * stays as the run has it
 */
export function unfinishedRun(run: Run, goOn: (options: ResumeOptions) => void): UnfinishedRun {
  const rate = rateField("tasa-al-seguir");
  const text = html`<p></p>`;
  let shownRate = NaN;
  const isTyped = () => !Object.is(rate.value, shownRate);
  const go = (advance?: Advance) => {
    goOn({ advance, learningRate: isTyped() ? rate.value : undefined });
  };
  const element = html`<div class="callout">
    ${text}
    <div class="training-controls">
      <button
        type="button"
        class="primary"
        onclick=${() => {
          go();
        }}
      >
        Seguir donde estaba
      </button>
      <button
        type="button"
        onclick=${() => {
          go("step");
        }}
      >
        Darle un paso más
      </button>
    </div>
    ${rate.element}
  </div>` as unknown as UnfinishedRun;
  element.update = (saved) => {
    text.textContent = describeUnfinished(saved);
    if (!isTyped()) rate.value = presentRate(saved);
    shownRate = presentRate(saved);
  };
  element.update(run);
  return element;
}

function describeUnfinished(run: Run): string {
  const { batch } = run.checkpoint;
  const perEpoch = batchesPerEpoch(run.hyperparameters);
  return (
    `Tienes un entrenamiento a medias: quedó en la época ${Math.floor(batch / perEpoch) + 1} de ` +
    `${run.hyperparameters.epochs}, lote ${formatInteger(batch % perEpoch)} de ${formatInteger(perEpoch)}. ` +
    "Puede seguir exactamente donde estaba, con sus propios hiperparámetros, o con otra tasa de aprendizaje."
  );
}
