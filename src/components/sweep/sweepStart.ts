// From where a sweep takes what its plan does not say: the original, or a run that is saved.
import { html } from "htl";
import { defaultHyperparameters, type Hyperparameters } from "../../lib/run/hyperparameters.js";
import { runName } from "../../lib/run/runName.js";
import type { RunRecord } from "../../lib/run/runRecord.js";

/** A list of them, and the hyperparameters of the one that is chosen. */
export function sweepStart(runs: readonly RunRecord[]): {
  element: HTMLElement;
  hyperparameters: () => Hyperparameters;
} {
  const select = html`<select id="barrido-partida">
    <option value="">La receta del original</option>
    ${runs.map((run) => html`<option value=${run.id}>${runName(run)}</option>`)}
  </select>` as HTMLSelectElement;
  const element = html`<div class="sweep-field">
    <label for="barrido-partida">Partir de</label>${select}
    <span class="sweep-help">De ahí sale lo que este plan no dice.</span>
  </div>`;
  const hyperparameters = () =>
    runs.find(({ id }) => id === select.value)?.hyperparameters ?? defaultHyperparameters;
  return { element, hyperparameters };
}
