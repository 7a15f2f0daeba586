// The probability of each class for one image.
import { formatDecimal, formatPercent } from "../../lib/text/format.js";
import { barTable } from "../parts/barTable.js";

/** @param logProbabilities one a class, in nats */
export function probabilityBars(
  logProbabilities: ArrayLike<number>,
  names: readonly string[],
): HTMLElement {
  const rows = Array.from(logProbabilities, (logProbability, i) => {
    const probability = Math.exp(logProbability);
    return {
      cells: [names[i] ?? "", formatDecimal(logProbability, 2), formatPercent(probability)],
      ratio: probability,
    };
  });
  return barTable(rows, { columns: ["Clase", "ln p", "p"] });
}
