// The figures of a training that are read at a glance while it goes: how much it gets right, its loss, the epoch.
import { html } from "htl";
import { writeText } from "../../parts/writeText.js";
import { formatDecimal, formatPercent } from "../../../lib/text/format.js";
import { heldOut, heldOutSet, whereHeldOut } from "../../../lib/run/heldOut/heldOut.js";
import type { Run } from "../../../lib/run/run.js";

export interface TrainingFigures {
  element: HTMLElement;
  show: (run: Run) => void;
}

/** Of what has no value yet. */
const NONE = "—";

export function trainingFigures(): TrainingFigures {
  const accuracyName = html`<dt></dt>`;
  const accuracy = html`<dd></dd>`;
  const loss = html`<dd></dd>`;
  const epoch = html`<dd></dd>`;
  const element = html`<dl class="training-figures">
    <div>${accuracyName}${accuracy}</div>
    <div>
      <dt>Pérdida</dt>
      ${loss}
    </div>
    <div>
      <dt>Épocas</dt>
      ${epoch}
    </div>
  </dl>`;
  return {
    element,
    show({ history, hyperparameters }) {
      const latest = history.epochs.at(-1);
      const judged = heldOut(latest)?.accuracy;
      writeText(accuracyName, `Exactitud ${whereHeldOut[heldOutSet(hyperparameters)]}`);
      writeText(accuracy, judged === undefined ? NONE : formatPercent(judged, 2));
      const shownLoss = history.curve.at(-1)?.loss ?? latest?.loss;
      writeText(loss, shownLoss === undefined ? NONE : formatDecimal(shownLoss));
      writeText(epoch, `${history.epochs.length} de ${hyperparameters.epochs}`);
    },
  };
}
