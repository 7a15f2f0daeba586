// The experiments, a row each: accuracy over seeds, spread of the classes, cost, and a link that gives the run again.
import { html } from "htl";
import { scrollableTable } from "../parts/scrollableTable.js";
import {
  describeMean,
  describeSeeds,
  describeSpread,
} from "../../lib/reports/describeExperiments.js";
import type { ExperimentRow } from "../../lib/reports/experimentReport.js";
import { formatDuration, formatInteger, formatPercent } from "../../lib/text/format.js";

const COLUMNS = ["Semillas", "Exactitud", "Clases", "Parámetros", "Tiempo", "Enlace"];

/**
 * @param options.bet the id of the row that the reader has bet on
 * @param options.label names the table
 */
export function experimentTable(
  rows: readonly ExperimentRow[],
  { label, bet = null }: { label: string; bet?: string | null },
): HTMLElement {
  const goals = rows.some(({ goal }) => goal !== undefined);
  const columns = ["Qué cambia", ...(goals ? ["Meta"] : []), ...COLUMNS];
  return scrollableTable({
    label,
    columns,
    className: "experiments",
    rows: rows.map((row) => bodyRow(row, { bet, goals })),
  });
}

function bodyRow(
  row: ExperimentRow,
  { bet, goals }: { bet: string | null; goals: boolean },
): HTMLElement {
  const { id, name, goal, result } = row;
  const cells = result
    ? [
        describeMean(result.accuracy),
        describeSpread(result.recall),
        formatInteger(result.parameters),
        result.seconds === undefined ? "—" : formatDuration(result.seconds),
      ]
    : ["no está medido todavía", "—", "—", "—"];
  return html`<tr>
    <th scope="row">${name}${id === bet ? " (tu apuesta)" : ""}</th>
    ${goals ? html`<td>${goal === undefined ? "—" : formatPercent(goal)}</td>` : null}
    <td>${describeSeeds(row)}</td>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
    <td>${link(row)}</td>
  </tr>`;
}

/** To the first of the runs, whose fingerprint it carries; before there is one, to the recipe. */
function link({ name, query, runs }: ExperimentRow): HTMLElement | string {
  const [first] = runs;
  const target = first?.query ?? query;
  if (target === undefined) return "receta por elegir";
  const word = first ? "Reproducir" : "Entrenar";
  return html`<a href=${`./entrenar.html?${target}`} aria-label=${`${word}: ${name}`}>${word}</a>`;
}
