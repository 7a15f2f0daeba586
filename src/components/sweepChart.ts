// What a sweep has found: a heat map of the mean accuracies for two hyperparameters; for one, a point for
// each seed and a line at their mean. The numbers stand in it, so that nothing is told by colour alone.
import * as Plot from "@observablehq/plot";
import { accessiblePlot } from "./accessiblePlot.js";
import type { DataTable } from "./dataTable.js";
import { formatDecimal, formatNumber, formatPercent } from "../lib/format.js";
import type { Sweep } from "../lib/sweep.js";
import { hyperparameterLabel, type SweepCell, sweepVerdict } from "../lib/sweepResults.js";

export function sweepChart(
  sweep: Sweep,
  cells: readonly SweepCell[],
  { width = 720 }: { width?: number } = {},
): HTMLElement {
  const labels = sweep.axes.map(({ name }) => hyperparameterLabel(name).toLowerCase());
  const done = cells.filter(({ accuracies }) => accuracies.length > 0);
  const shared = {
    ariaLabel: `Exactitud en la prueba según ${labels.join(" y ")}. ${sweepVerdict(sweep, cells)}`,
    width: Math.min(720, width),
    style: { fontSize: "13px" },
  };
  const plot = sweep.axes.length === 2 ? heatMap(done, labels) : seedPoints(done, labels);
  return accessiblePlot({ ...plot, ...shared }, () => table(cells, labels));
}

function heatMap(cells: readonly SweepCell[], labels: readonly string[]): Plot.PlotOptions {
  const rows = new Set(cells.map(({ values }) => values[1])).size;
  const x = ({ values }: SweepCell) => formatNumber(values[0]!);
  const y = ({ values }: SweepCell) => formatNumber(values[1]!);
  const means = cells.map(({ mean }) => mean);
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const share = ({ mean }: SweepCell) => (high > low ? (mean - low) / (high - low) : 1);
  return {
    height: 70 + 76 * Math.max(1, rows),
    ...{ marginLeft: 64, marginBottom: 52, padding: 0.04 },
    x: { type: "band", label: labels[0]!, labelAnchor: "center", labelArrow: "none", tickSize: 0 },
    y: { type: "band", label: labels[1]!, labelArrow: "none", tickSize: 0 },
    marks: [
      Plot.cell(cells, {
        ...{ x, y, rx: 6, stroke: "var(--theme-foreground-fainter)" },
        fill: (cell: SweepCell) =>
          `color-mix(in srgb, var(--accent) ${Math.round(8 + 32 * share(cell))}%, var(--theme-background-a))`,
      }),
      Plot.text(cells, {
        ...{ x, y, dy: -8, fontSize: 16, fontWeight: 600, fill: "var(--theme-foreground)" },
        text: (cell: SweepCell) => formatPercent(cell.mean),
      }),
      Plot.text(cells, {
        ...{ x, y, dy: 12, fontSize: 12, fill: "var(--theme-foreground)" },
        text: (cell: SweepCell) => spreadOf(cell),
      }),
    ],
  };
}

function seedPoints(cells: readonly SweepCell[], labels: readonly string[]): Plot.PlotOptions {
  const x = ({ values }: SweepCell) => formatNumber(values[0]!);
  const points = cells.flatMap((cell) =>
    cell.accuracies.map((accuracy) => ({ x: x(cell), accuracy })),
  );
  return {
    height: 320,
    ...{ marginLeft: 56, marginBottom: 52, marginTop: 28 },
    x: {
      type: "band",
      label: labels[0]!,
      labelAnchor: "center",
      labelArrow: "none",
      padding: 0.2,
    },
    y: {
      ...{ label: "exactitud en la prueba", grid: true, nice: true, ticks: 5 },
      tickFormat: (value: number) => formatPercent(value, 0),
    },
    marks: [
      Plot.dot(points, { x: "x", y: "accuracy", stroke: "var(--accent)", strokeWidth: 2, r: 5 }),
      Plot.tickY(cells, {
        x,
        y: "mean",
        strokeWidth: 2,
        insetLeft: 16,
        insetRight: 16,
        stroke: "var(--theme-foreground)",
      }),
      Plot.text(cells, {
        ...{ x, y: "mean", dx: 14, dy: -10, textAnchor: "start" as const, fontWeight: 600 },
        ...{ fill: "var(--theme-foreground)", text: (cell: SweepCell) => formatPercent(cell.mean) },
      }),
    ],
  };
}

/** «± 0,8», in percentage points; or how many seeds there are, where one says nothing of the spread. */
function spreadOf({ deviation, accuracies }: SweepCell): string {
  if (Number.isNaN(deviation)) return "una semilla";
  return `± ${formatDecimal(100 * deviation, 1)} (${accuracies.length} semillas)`;
}

function table(cells: readonly SweepCell[], labels: readonly string[]): DataTable {
  return {
    columns: [...labels.map(capitalized), "Media", "Desviación, puntos", "Cada semilla"],
    rows: cells.map(({ values, accuracies, mean, deviation }) => [
      ...values.map((value) => formatNumber(value)),
      formatPercent(mean, 2),
      Number.isNaN(deviation) ? "—" : formatDecimal(100 * deviation, 2),
      accuracies.map((accuracy) => formatPercent(accuracy, 2)).join("; ") || "—",
    ]),
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
