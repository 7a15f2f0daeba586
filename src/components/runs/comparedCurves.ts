// The two figures that set runs side by side against the epoch: the smoothed training loss, and the
// accuracy on held-out images at each epoch's end.
import type { DataTable } from "../parts/dataTable.js";
import { type RunCurve, runCurves } from "./runCurves.js";
import { formatDecimal, formatPercent } from "../../lib/text/format.js";
import { accuracyCurve } from "../../lib/run/accuracyCurve.js";
import { heldOutSet, whereHeldOut } from "../../lib/run/heldOut/heldOut.js";
import { lossCurve } from "../../lib/run/lossCurve.js";
import type { Run } from "../../lib/run/run.js";
import { runName } from "../../lib/run/runName.js";

/** In CSS pixels. */
interface Size {
  width: number;
}

/** A figure of the runs' training loss, in nats, along their epochs. */
export function comparedLosses(runs: readonly Run[], { width }: Size): HTMLElement {
  const curves = runs.map((run) => ({ name: runName(run), points: lossCurve(run) }));
  const format = (loss: number) => formatDecimal(loss, 3);
  return runCurves(curves, {
    width,
    marks: false,
    label: "pérdida",
    format,
    tickFormat: (loss) => formatDecimal(loss, 1),
    ariaLabel: `Pérdida al entrenar, de cada entrenamiento; al final: ${lastValues(curves, format)}.`,
    data: () => dataTable(curves, format),
  });
}

/** A figure of the runs' accuracy after each epoch: on validation where a run has it, else on the test. */
export function comparedAccuracies(runs: readonly Run[], { width }: Size): HTMLElement {
  const curves = runs.map((run) => ({
    name: runName(run),
    points: accuracyCurve(run),
  }));
  const sets = new Set(runs.map(({ hyperparameters }) => heldOutSet(hyperparameters)));
  const where =
    sets.size > 1 ? "en validación o en la prueba" : whereHeldOut[[...sets][0] ?? "test"];
  const format = (accuracy: number) => formatPercent(accuracy, 1);
  return runCurves(curves, {
    width,
    marks: true,
    label: `exactitud ${where}`,
    format,
    tickFormat: (accuracy) => formatPercent(accuracy, 0),
    ariaLabel: `Exactitud ${where} de cada entrenamiento; al final: ${lastValues(curves, format)}.`,
    data: () => dataTable(curves, format),
  });
}

/** «base, 0,512; otra, sin datos». */
function lastValues(curves: readonly RunCurve[], format: (value: number) => string): string {
  const parts = curves.map(({ name, points }) => {
    const last = points.at(-1);
    return `${name}, ${last ? format(last.value) : "sin datos"}`;
  });
  return parts.join("; ");
}

function dataTable(curves: readonly RunCurve[], format: (value: number) => string): DataTable {
  return {
    columns: ["Época", "Entrenamiento", "Valor"],
    rows: curves.flatMap(({ name, points }) =>
      points.map(({ epoch, value }) => [
        formatDecimal(epoch, Number.isInteger(epoch) ? 0 : 2),
        name,
        format(value),
      ]),
    ),
  };
}
