// How many images each class has.
import { formatInteger, formatPercent } from "../../lib/text/format.js";
import { barTable } from "../parts/barTable.js";

/** @param counts images a class, in class order */
export function classBalance(counts: readonly number[], names: readonly string[]): HTMLElement {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const largest = Math.max(1, ...counts);
  const rows = counts.map((count, i) => ({
    cells: [`${i} · ${names[i] ?? ""}`, formatInteger(count), formatPercent(count / total, 0)],
    ratio: count / largest,
  }));
  return barTable(rows, { columns: ["Clase", "Imágenes", "Parte"] });
}
