// How the numbers of one weight are spread: a histogram, the same axis for every weight beside it.
import { accessiblePlot } from "./accessiblePlot.js";
import * as Plot from "@observablehq/plot";
import { bin } from "d3";
import { formatDecimal, formatInteger } from "../lib/format.js";

export interface WeightHistogramOptions {
  /** Names the figure in its text alternative. */
  name: string;
  /** The horizontal axis reaches this far to both sides. */
  extent?: number;
}

/** @param values the weight's numbers, in any order */
export function weightHistogram(
  values: ArrayLike<number>,
  { name, extent = 0.4 }: WeightHistogramOptions,
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
    () => ({
      columns: ["Desde", "Hasta", "Cuántos"],
      rows: bin()(Array.from(values)).map((group) => [
        formatDecimal(group.x0 ?? 0, 2),
        formatDecimal(group.x1 ?? 0, 2),
        formatInteger(group.length),
      ]),
    }),
  );
}

function spanishNumber(value: number): string {
  return value.toLocaleString("es");
}
