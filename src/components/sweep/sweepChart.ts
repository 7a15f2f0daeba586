// What a sweep has found, with its numbers as a table: a heat map of the mean accuracies for two
// hyperparameters; for one, the points of the seeds.
import type * as Plot from "@observablehq/plot";
import { accessiblePlot } from "../parts/accessiblePlot.js";
import type { DataTable } from "../parts/dataTable.js";
import { seedPoints } from "./seedPoints.js";
import { sweepHeatMap } from "./sweepHeatMap.js";
import { formatDecimal, formatPercent } from "../../lib/text/format.js";
import { heldOutSet, whereHeldOut } from "../../lib/run/heldOut/heldOut.js";
import type { Sweep } from "../../lib/sweep/sweep.js";
import { axisLabel, axisValueText } from "../../lib/sweep/sweepAxis.js";
import { type SweepCell, sweepVerdict } from "../../lib/sweep/sweepResults.js";

export function sweepChart(
  sweep: Sweep,
  cells: readonly SweepCell[],
  { width = MOST_WIDE }: { width?: number } = {},
): HTMLElement {
  const labels = labelsOf(sweep);
  const size = { width: Math.min(MOST_WIDE, width) };
  const shared = {
    ariaLabel: `Exactitud ${whereHeldOut[heldOutSet(sweep.base)]} según ${labels.join(" y ")}. ${sweepVerdict(sweep, cells)}`,
    ...size,
    style: { fontSize: "13px" },
  };
  return accessiblePlot({ ...sweepPlot(sweep, cells, size), ...shared }, () => table(sweep, cells));
}

const MOST_WIDE = 720;

/** The plot of the combinations that have something to show. */
export function sweepPlot(
  sweep: Sweep,
  all: readonly SweepCell[],
  size: { width: number },
): Plot.PlotOptions {
  const cells = all.filter(({ accuracies, diverged }) => accuracies.length + diverged > 0);
  return sweep.axes.length === 2
    ? sweepHeatMap(sweep, cells, size)
    : seedPoints(sweep, cells, size);
}

function labelsOf({ axes }: Sweep): string[] {
  return axes.map(({ name }) => axisLabel(name).toLowerCase());
}

function table(sweep: Sweep, cells: readonly SweepCell[]): DataTable {
  return {
    columns: [
      ...labelsOf(sweep).map(capitalized),
      "Media",
      "Desviación, puntos",
      "Cada semilla",
      "Divergieron",
    ],
    rows: cells.map(({ values, accuracies, mean, deviation, diverged }) => [
      ...values.map((value, i) => axisValueText(sweep.axes[i]!.name, value)),
      formatPercent(mean, 2),
      Number.isNaN(deviation) ? "—" : formatDecimal(100 * deviation, 2),
      accuracies.map((accuracy) => formatPercent(accuracy, 2)).join("; ") || "—",
      String(diverged),
    ]),
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
