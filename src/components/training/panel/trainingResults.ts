// What a training draws as it goes: its figures and the live curve, which stand beside its buttons, and the lines
// that the original prints with the table of epochs. Until the reader trains, it shows the reference run and says so.
import { html } from "htl";
import { epochTable } from "../epochTable.js";
import { lossChart } from "../lossChart.js";
import { thousandsLog } from "../thousandsLog.js";
import { trainingFigures } from "./trainingFigures.js";
import { originalResults } from "../../../lib/reports/originalResults.js";
import type { ReferenceRun } from "../../../lib/files/referenceRun.js";
import { heldOutSet } from "../../../lib/run/heldOut/heldOut.js";
import { batchesPerEpoch, type Run, totalBatches } from "../../../lib/run/run.js";

export interface TrainingResults {
  /** The figures and the curve. */
  live: HTMLElement;
  tables: HTMLElement;
  show(run: Run): void;
}

/** In CSS pixels: the curve and the buttons share the first screen. */
const CHART_HEIGHT = 290;

export function trainingResults(reference: ReferenceRun): TrainingResults {
  const label = html`<p class="training-source"></p>`;
  const chartPlace = html`<div></div>`;
  const tables = html`<div class="training-tables"></div>`;
  const figures = trainingFigures();
  const live = html`<div class="training-live">${label}${figures.element}${chartPlace}</div>`;
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
        height: CHART_HEIGHT,
      });
      chartPlace.replaceChildren(chart);
      log = thousandsLog(run.history, batchesPerEpoch(run.hyperparameters));
      epochs = epochTable(run.history, heldOutSet(run.hyperparameters));
      tables.replaceChildren(log, epochs);
      label.textContent =
        run.id === reference.id
          ? "El de referencia: la receta del original, precalculada."
          : "Tu entrenamiento.";
    }
    figures.show(run);
    for (const part of [chart, log, epochs]) part?.update(run.history);
  }

  show(reference);
  return { live, tables, show };
}
