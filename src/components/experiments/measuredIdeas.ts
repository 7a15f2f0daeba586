// What was measured of the ideas, behind the reader's bet: what came of it, the chart, the table, the verdicts.
import { html } from "htl";
import { experimentChart } from "./experimentChart.js";
import { experimentTable } from "./experimentTable.js";
import {
  describeBet,
  describeMeasured,
  ideaRows,
  ideaVerdicts,
} from "../../lib/reports/describeExperiments.js";
import type { ExperimentReport } from "../../lib/reports/experimentReport.js";
import { figure } from "../parts/figure.js";

/** A sentence alone before the reader has bet. @param options.bet the id of an idea */
export function measuredIdeas(
  report: ExperimentReport,
  { bet, epochs, width }: { bet: string | null; epochs: number; width?: number },
): HTMLElement {
  if (bet === null) return html`<p>Aquí saldrá lo medido, cuando hayas apostado.</p>`;
  const rows = ideaRows(report, epochs);
  const hasRuns = rows.some(({ result }) => result);
  const verdicts = ideaVerdicts(rows);
  const label = `Las ideas, con ${epochs} épocas`;
  return html`<div>
    <p role="status">${describeBet(rows, bet)}</p>
    ${
      hasRuns
        ? figure(experimentChart(rows, width === undefined ? {} : { width }), {
            caption:
              "Cada círculo es una semilla; el rombo, su media, y la línea, su intervalo del 95 %. Que dos líneas se pisen no decide nada: lo decide la diferencia semilla a semilla, en los veredictos.",
          })
        : null
    }
    ${figure(experimentTable(rows, { label, bet }), { caption: describeMeasured(rows, report) })}
    ${
      verdicts.length === 0
        ? null
        : html`<details>
            <summary>Veredicto de cada idea frente al original</summary>
            <ul>
              ${verdicts.map((text) => html`<li>${text}</li>`)}
            </ul>
          </details>`
    }
  </div>`;
}
