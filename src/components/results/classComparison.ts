// The accuracy of each class, run beside run; the best of each row is marked.
import { html } from "htl";
import { scrollableTable } from "../parts/scrollableTable.js";
import { formatPercent } from "../../lib/text/format.js";
import { classResults, confusionMatrix } from "../../lib/network/metrics.js";
import type { Run } from "../../lib/run/run.js";
import { runName } from "../../lib/run/runName.js";

export interface ClassColumn {
  name: string;
  /** 0–1, in class order. */
  accuracies: readonly number[];
}

/** A column for each run that has been evaluated. @param labels of the test images */
export function classColumns(runs: readonly Run[], labels: Uint8Array): ClassColumn[] {
  return runs.flatMap(({ evaluation, ...run }) => {
    if (!evaluation) return [];
    const results = classResults(confusionMatrix(evaluation.predictions, labels));
    return { name: runName(run), accuracies: results.map(({ accuracy }) => accuracy) };
  });
}

export function classComparison(
  columns: readonly ClassColumn[],
  { names }: { names: readonly string[] },
): HTMLElement {
  if (columns.length === 0) {
    return html`<p class="empty">
      Ninguno de los entrenamientos elegidos se ha evaluado todavía con las imágenes de prueba.
    </p>`;
  }
  const rows = names.map((name, i) => {
    const values = columns.map(({ accuracies }) => accuracies[i]!);
    const isTold = Math.max(...values) > Math.min(...values); // all alike, none is the best
    return html`<tr>
      <th scope="row">${name}</th>
      ${values.map((value) =>
        isTold && value === Math.max(...values)
          ? html`<td class="best"><span aria-hidden="true">▲ </span>${formatPercent(value)}</td>`
          : html`<td>${formatPercent(value)}</td>`,
      )}
    </tr>`;
  });
  return scrollableTable({
    label: "Exactitud por clase de cada entrenamiento",
    columns: ["Clase", ...columns.map(({ name }) => name)],
    rows,
    className: "class-comparison",
  });
}
