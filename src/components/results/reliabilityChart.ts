// Confidence beside accuracy: a bar for each tenth of confidence, and the line on which a network stands that is as often
// right as it is sure.
import * as Plot from "@observablehq/plot";
import { accessiblePlot } from "../parts/accessiblePlot.js";
import type { Calibration, ConfidenceBin } from "../../lib/network/instruments/calibration.js";
import { formatInteger, formatPercent } from "../../lib/text/format.js";

/** @param options.width in CSS pixels: the place's own */
export function reliabilityChart(
  { bins, error }: Calibration,
  { width = 560 }: { width?: number } = {},
): HTMLElement {
  const filled = bins.filter(({ count }) => count > 0);
  const percent = (value: number) => formatPercent(value, 0);
  const axis = { domain: [0, 1], tickFormat: percent, ticks: 5 } as const;
  return accessiblePlot(
    {
      ariaLabel: `Exactitud según la confianza, en ${filled.length} tramos; error de calibración, ${formatPercent(error, 1)}.`,
      width: Math.min(560, width),
      height: 340,
      marginLeft: 55,
      style: { fontSize: "13px" },
      x: { ...axis, label: "confianza de la red" },
      y: { ...axis, label: "exactitud", grid: true },
      marks: reliabilityMarks(filled),
    },
    () => ({
      columns: ["Confianza", "Imágenes", "Confianza media", "Exactitud"],
      rows: filled.map(({ from, to, count, confidence, accuracy }) => [
        `${percent(from)} a ${percent(to)}`,
        formatInteger(count),
        formatPercent(confidence, 1),
        formatPercent(accuracy, 1),
      ]),
    }),
  );
}

/** The bars, the mean confidence of each, and the line of a network that is as often right as it is sure. */
function reliabilityMarks(bins: readonly ConfidenceBin[]): Plot.Markish[] {
  const middle = ({ from, to }: ConfidenceBin) => (from + to) / 2;
  const diagonal = { x1: 0, y1: 0, x2: 1, y2: 1, strokeDasharray: "5 4" };
  const bar = { x1: "from", x2: "to", y: "accuracy", fill: "var(--accent)", inset: 1 };
  return [
    Plot.rectY(bins, bar),
    Plot.dot(bins, {
      x: middle,
      y: "confidence",
      fill: "var(--theme-foreground)",
      symbol: "diamond",
    }),
    Plot.link([0], { ...diagonal, stroke: "var(--theme-foreground)" }),
  ];
}
