// The accuracy of each class: how many of its images are right, beside the original's count.
import { html } from "htl";
import { scrollableTable } from "../parts/scrollableTable.js";
import { formatDecimal, formatInteger, formatPercent } from "../../lib/text/format.js";
import type { ClassResult } from "../../lib/network/metrics.js";

export interface OriginalClasses {
  /** In class order. */
  classCorrect: readonly number[];
  /** Images of each class. */
  classTotal: number;
}

export interface ClassAccuracyOptions {
  names: readonly string[];
  original: OriginalClasses;
  /** The accuracy of each class with other seeds, 0–1, [seeds][10]; empty: the column is left out. */
  seeds?: readonly (readonly number[])[];
}

export function classAccuracyTable(
  results: readonly ClassResult[],
  { names, original, seeds = [] }: ClassAccuracyOptions,
): HTMLElement {
  const rows = results.map(({ classIndex, correct, total, accuracy }) => {
    const originalAccuracy = original.classCorrect[classIndex]! / original.classTotal;
    const difference = 100 * (accuracy - originalAccuracy);
    const bar = html`<span class="accuracy-bar"></span>`;
    bar.style.setProperty("--share", String(accuracy));
    return html`<tr>
      <th scope="row">${names[classIndex]}</th>
      <td class="accuracy-bar-cell" aria-hidden="true">${bar}</td>
      <td>${formatPercent(accuracy)}</td>
      ${seeds.length === 0 ? null : html`<td>${rangeOf(seeds.map((run) => run[classIndex]!))}</td>`}
      <td>${formatPercent(originalAccuracy)}</td>
      <td>${signed(difference)}</td>
      <td>${formatInteger(correct)} de ${formatInteger(total)}</td>
    </tr>`;
  });
  return scrollableTable({
    label: "Exactitud por clase",
    columns: [
      "Clase",
      html`<td class="accuracy-bar-cell" aria-hidden="true"></td>`,
      "Exactitud",
      ...(seeds.length === 0 ? [] : ["Con otras semillas"]),
      "Original",
      html`<th scope="col"><abbr title="Diferencia en puntos porcentuales">Dif.</abbr></th>`,
      "Aciertos",
    ],
    rows,
    className: "class-accuracy",
  });
}

/** «61,4–73,5 %». */
function rangeOf(values: readonly number[]): string {
  const least = formatDecimal(100 * Math.min(...values), 1);
  return `${least}–${formatPercent(Math.max(...values))}`;
}

/** Percentage points with their sign: «+1,2», «−3,0». */
function signed(points: number): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return points.toLocaleString("es", { ...digits, signDisplay: "exceptZero" }).replace("-", "−");
}
