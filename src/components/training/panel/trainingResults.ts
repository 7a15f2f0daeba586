// What a training draws as it goes: the live curve, the lines that the original prints, and the
// table of epochs. Until the reader trains, it shows the reference run and says so.
import { html } from "htl";
import { epochTable } from "../epochTable.js";
import { lossChart } from "../lossChart.js";
import { thousandsLog } from "../thousandsLog.js";
import { originalResults } from "../../../lib/reports/originalResults.js";
import type { ReferenceRun } from "../../../lib/files/referenceRun.js";
import { heldOutSet } from "../../../lib/run/heldOut/heldOut.js";
import { batchesPerEpoch, type Run, totalBatches } from "../../../lib/run/run.js";

export interface TrainingResults {
  element: HTMLElement;
  show(run: Run): void;
}

export function trainingResults(reference: ReferenceRun): TrainingResults {
  const label = html`<p class="training-source"></p>`;
  const chartPlace = html`<div></div>`;
  const tables = html`<div class="training-tables"></div>`;
  const element = html`<div>${label}${chartPlace}${tables}</div>`;
  let chart: ReturnType<typeof lossChart> | undefined;
  let shownId = "";
  let log: ReturnType<typeof thousandsLog> | undefined;
  let epochs: ReturnType<typeof epochTable> | undefined;

  function show(run: Run): void {
    if (run.id !== shownId) {
      shownId = run.id;
      chart = lossChart({
        totalBatches: totalBatches(run.hyperparameters),
        batchesPerEpoch: batchesPerEpoch(run.hyperparameters),
        original: originalResults.curve,
      });
      chartPlace.replaceChildren(chart);
      log = thousandsLog(run.history, batchesPerEpoch(run.hyperparameters));
      epochs = epochTable(run.history, heldOutSet(run.hyperparameters));
      tables.replaceChildren(log, epochs);
      label.textContent =
        run.id === reference.id
          ? "Resultado precalculado: el entrenamiento de referencia, con los hiperparámetros del original."
          : "Tu entrenamiento.";
    }
    for (const part of [chart, log, epochs]) part?.update(run.history);
  }

  show(reference);
  return { element, show };
}
