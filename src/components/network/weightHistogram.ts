// How the numbers of one weight are spread: a histogram, the same axis for every weight beside it.
import { accessiblePlot } from "../parts/accessiblePlot.js";
import * as Plot from "@observablehq/plot";
import { bin, max, precisionFixed } from "d3";
import { formatDecimal, formatInteger } from "../../lib/text/format.js";

export interface WeightHistogramOptions {
  /** Names the figure in its text alternative. */
  name: string;
  /** The horizontal axis reaches this far to both sides; as far as the numbers, if left out. */
  extent?: number;
}

const SHORTEST_EXTENT = 0.4;

/** @param values the weight's numbers, in any order */
export function weightHistogram(
  values: ArrayLike<number>,
  { name, extent = weightExtent([values]) }: WeightHistogramOptions,
): HTMLElement {
  return accessiblePlot(
    {
      width: 320,
      height: 150,
      style: { fontSize: "12px" },
      marginLeft: 48,
      ariaLabel: `Reparto de los ${values.length} números de ${name}`,
      x: {
        domain: [-extent, extent],
        label: name,
        labelAnchor: "center",
        tickFormat: spanishNumber,
      },
      y: { label: "cuántos", ticks: 3, tickFormat: spanishNumber },
      marks: [
        Plot.rectY(Array.from(values), {
          ...Plot.binX({ y: "count" }, { x: (value: number) => value, thresholds: 20 }),
          fill: "var(--accent)",
          inset: 0,
        }),
        Plot.ruleY([0]),
      ],
    },
    () => ({ columns: ["Desde", "Hasta", "Cuántos"], rows: countedRows(Array.from(values)) }),
  );
}

/** With as many decimals as tell the bounds apart, and at least two. */
function countedRows(values: number[]): string[][] {
  return bin()(values).map(({ x0 = 0, x1 = 0, length }) => {
    const decimals = Math.max(2, precisionFixed(x1 - x0 || 1));
    return [formatDecimal(x0, decimals), formatDecimal(x1, decimals), formatInteger(length)];
  });
}

/** How far one axis for all these weights reaches: to the tenth, and no shorter than the original's need. */
export function weightExtent(weights: readonly ArrayLike<number>[]): number {
  const furthest = weights.map((values) => max(Array.from(values), Math.abs) ?? 0);
  return Math.max(SHORTEST_EXTENT, ...furthest.map((reach) => Math.ceil(10 * reach) / 10));
}

function spanishNumber(value: number): string {
  return value.toLocaleString("es");
}
