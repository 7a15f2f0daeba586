// A line of a chart in a run's own style, and its marks.
import * as Plot from "@observablehq/plot";
import type { RunStyle } from "./runPalette.js";

/** Options of Plot's own, `x` and `y` among them. */
type LineOptions = Plot.LineYOptions & { style: RunStyle };

export function styledLine(points: Plot.Data, { style, ...options }: LineOptions): Plot.Markish {
  const { color, dash } = style;
  const dashed = dash === "none" ? {} : { strokeDasharray: dash };
  return Plot.lineY(points, { ...options, stroke: color, strokeWidth: 2, ...dashed });
}

/** @param options.r the radius, in CSS pixels */
export function styledDots(
  points: Plot.Data,
  { style, ...options }: Plot.DotOptions & { style: RunStyle },
): Plot.Markish {
  const { color, symbol } = style;
  return Plot.dot(points, {
    ...options,
    fill: color,
    symbol: symbol as Plot.SymbolType,
    ...(symbol === "times" && { fill: "none", stroke: color }),
  });
}
