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
  const labels = labelsOf(sweep);
  const shared = {
    ariaLabel: `Exactitud en la prueba según ${labels.join(" y ")}. ${sweepVerdict(sweep, cells)}`,
    width: Math.min(720, width),
    style: { fontSize: "13px" },
  };
  return accessiblePlot({ ...sweepPlot(sweep, cells), ...shared }, () => table(cells, labels));
}

/** Of the combinations that have something to show. */
export function sweepPlot(sweep: Sweep, all: readonly SweepCell[]): Plot.PlotOptions {
  const cells = all.filter(({ accuracies, diverged }) => accuracies.length + diverged > 0);
  return sweep.axes.length === 2 ? heatMap(sweep, cells) : seedPoints(sweep, cells);
}

/** Its values in the reader's order; by itself Plot would sort them as the texts that they are written as. */
function bandScale({ axes }: Sweep, axis: 0 | 1): Plot.ScaleOptions {
  const { name, values } = axes[axis]!;
  return {
    ...{ type: "band", domain: values.map((value) => formatNumber(value)) },
    ...{ label: hyperparameterLabel(name).toLowerCase(), labelArrow: "none" },
  };
}

function heatMap(sweep: Sweep, cells: readonly SweepCell[]): Plot.PlotOptions {
  const x = ({ values }: SweepCell) => formatNumber(values[0]!);
  const y = ({ values }: SweepCell) => formatNumber(values[1]!);
  const means = cells.filter((cell) => isSound(cell)).map(({ mean }) => mean);
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const share = ({ mean }: SweepCell) => (high > low ? (mean - low) / (high - low) : 1);
  return {
    height: 70 + 76 * sweep.axes[1]!.values.length,
    ...{ marginLeft: 64, marginBottom: 52, padding: 0.04 },
    x: { ...bandScale(sweep, 0), labelAnchor: "center", tickSize: 0 },
    y: { ...bandScale(sweep, 1), tickSize: 0 },
    marks: [
      Plot.cell(cells, {
        ...{ x, y, rx: 6, stroke: "var(--theme-foreground-fainter)" },
        fill: (cell: SweepCell) =>
          isSound(cell)
            ? `color-mix(in srgb, var(--accent) ${Math.round(8 + 32 * share(cell))}%, var(--theme-background-a))`
            : "var(--theme-background-a)",
      }),
      Plot.text(cells, {
        ...{ x, y, dy: -8, fontSize: 16, fontWeight: 600, fill: "var(--theme-foreground)" },
        text: (cell: SweepCell) => formatPercent(cell.mean),
      }),
      Plot.text(cells, {
        ...{ x, y, dy: 12, fontSize: 12, fill: "var(--theme-foreground)" },
        text: (cell: SweepCell) => spreadOf(cell),
      }),
      Plot.text(cells, {
        ...{ x, y, dy: 27, fontSize: 12, fill: "var(--theme-foreground)" },
        text: (cell: SweepCell) => divergedOf(cell),
      }),
    ],
  };
}

function seedPoints(sweep: Sweep, cells: readonly SweepCell[]): Plot.PlotOptions {
  const x = ({ values }: SweepCell) => formatNumber(values[0]!);
  const points = cells.flatMap((cell) =>
    cell.accuracies.map((accuracy) => ({ x: x(cell), accuracy })),
  );
  return {
    height: 320,
    ...{ marginLeft: 56, marginBottom: 52, marginTop: 28 },
    x: { ...bandScale(sweep, 0), labelAnchor: "center", padding: 0.2 },
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
      Plot.text(cells, {
        ...{ x, frameAnchor: "bottom", dy: -6, fill: "var(--theme-foreground)" },
        text: (cell: SweepCell) => divergedOf(cell),
      }),
    ],
  };
}

/** «± 0,8», in percentage points; or how many seeds there are, where one says nothing of the spread. */
function spreadOf({ deviation, accuracies }: SweepCell): string {
  if (accuracies.length === 0) return "";
  if (Number.isNaN(deviation)) return "una semilla";
  return `± ${formatDecimal(100 * deviation, 1)} (${accuracies.length} semillas)`;
}

/** «1 divergió», «2 divergieron», or nothing. */
function divergedOf({ diverged }: SweepCell): string {
  if (diverged === 0) return "";
  return diverged === 1 ? "1 divergió" : `${diverged} divergieron`;
}

/** Whether its mean may be compared. */
function isSound({ accuracies, diverged }: SweepCell): boolean {
  return accuracies.length > 0 && diverged === 0;
}

function labelsOf({ axes }: Sweep): string[] {
  return axes.map(({ name }) => hyperparameterLabel(name).toLowerCase());
}

function table(cells: readonly SweepCell[], labels: readonly string[]): DataTable {
  return {
    columns: [
      ...labels.map(capitalized),
      "Media",
      "Desviación, puntos",
      "Cada semilla",
      "Divergieron",
    ],
    rows: cells.map(({ values, accuracies, mean, deviation, diverged }) => [
      ...values.map((value) => formatNumber(value)),
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
