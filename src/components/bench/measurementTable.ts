// What the reader's own machine does, beside the machine of the bench.
import { html } from "htl";
import { threadCount } from "./contestantName.js";
import { type BenchReport, engineRow } from "../../lib/reports/benchReport.js";
import { formatDecimal, formatDuration, formatInteger } from "../../lib/text/format.js";
import { defaultHyperparameters } from "../../lib/run/hyperparameters.js";
import type { Spread } from "../../lib/numbers/spread.js";
import { trainingSeconds } from "../../lib/run/trainingSeconds.js";
import type { Measurement } from "../../training/measure/measureTrainers.js";

interface Column {
  heading: string;
  msPerStep: Spread;
  evaluationMs: Spread | undefined;
}

export function measurementTable(
  measurements: readonly Measurement[],
  report: BenchReport | undefined,
): HTMLElement {
  const columns = [
    ...measurements.map(({ threads, ...times }): Column => ({
      heading: `Aquí, ${threadCount(threads)}`,
      ...times,
    })),
    ...benchColumns(report),
  ];
  const row = (name: string, value: (column: Column) => string) =>
    html`<tr>
      <th scope="row">${name}</th>
      ${columns.map((column) => html`<td>${value(column)}</td>`)}
    </tr>`;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Tu medida">
    <table class="numbers measurement-table">
      <thead>
        <tr>
          <td></td>
          ${columns.map(({ heading }) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${row("Un paso", ({ msPerStep }) => `${formatDecimal(msPerStep.median, 2)} ms`)}
        ${row("El más rápido y el más lento", ({ msPerStep: { min, max } }) => {
          return `${formatDecimal(min, 2)}–${formatDecimal(max, 2)} ms`;
        })}
        ${row("Imágenes por segundo", (column) => formatInteger(imagesPerSecond(column)))}
        ${row("Una época", (column) => `${formatDecimal(epochSeconds(column), 1)} s`)}
        ${row("Evaluar 10.000 imágenes", ({ evaluationMs }) =>
          evaluationMs ? `${formatDecimal(evaluationMs.median / 1000, 2)} s` : "—",
        )}
        ${row("La receta entera", (column) => formatDuration(recipeSeconds(column)))}
      </tbody>
    </table>
  </div>`;
}

/** With one thread and with the most that were measured. */
function benchColumns(report: BenchReport | undefined): Column[] {
  if (!report) return [];
  const rows = new Set([engineRow(report, 1), engineRow(report)]);
  return [...rows].flatMap((row) =>
    row
      ? {
          heading: `En la carrera, ${threadCount(row.threads)}`,
          msPerStep: row.msPerStep,
          evaluationMs: report.evaluationMs,
        }
      : [],
  );
}

function imagesPerSecond({ msPerStep }: Column): number {
  return (1000 * defaultHyperparameters.batchSize) / msPerStep.median;
}

/** Seconds of one epoch, its training alone. */
function epochSeconds({ msPerStep: { median } }: Column): number {
  return trainingSeconds({ msPerStep: median }, { ...defaultHyperparameters, epochs: 1 });
}

function recipeSeconds({ msPerStep: { median }, evaluationMs }: Column): number {
  const times = { msPerStep: median, evaluationMs: evaluationMs?.median };
  return trainingSeconds(times, defaultHyperparameters);
}
