// The accuracies of the experiments: a small point a seed, the mean and its interval, a row each.
import * as Plot from "@observablehq/plot";
import * as d3 from "d3";
import { accessiblePlot } from "../parts/accessiblePlot.js";
import { describeMean } from "../../lib/reports/describeExperiments.js";
import type { ExperimentRow } from "../../lib/reports/experimentReport.js";
import { whereHeldOut } from "../../lib/run/heldOut/heldOut.js";
import { formatDecimal, formatPercent } from "../../lib/text/format.js";

const MOST_WIDE = 720;
const ROW_PX = 46;

/** A sentence in its place where no row has runs. @param options.width in CSS pixels, from 320 on */
export function experimentChart(
  rows: readonly ExperimentRow[],
  { width = MOST_WIDE }: { width?: number } = {},
): HTMLElement {
  const measured = rows.filter(({ result }) => result);
  const where = whereHeldOut[measured[0]?.result?.set ?? "validation"];
  const named = measured.map(({ name, result }) => `${name}: ${describeMean(result!.accuracy)}`);
  return accessiblePlot(
    {
      ariaLabel: `Exactitud ${where}. ${named.join("; ")}.`,
      width: Math.min(MOST_WIDE, width),
      height: 72 + ROW_PX * measured.length,
      marginLeft: 12,
      marginRight: 24,
      marginBottom: 40,
      style: { fontSize: "13px" },
      x: {
        label: `exactitud ${where}`,
        nice: true,
        ticks: width < 500 ? 4 : 8,
        tickFormat: (ratio: number) => formatDecimal(100 * ratio, 1),
        grid: true,
      },
      y: { axis: null, domain: measured.map(({ name }) => name), inset: 24 },
      marks: marksOf(measured),
    },
    () => ({
      columns: ["Qué cambia", "Media", "Intervalo del 95 %", "Cada semilla"],
      rows: measured.map(dataRow),
    }),
  );
}

function marksOf(rows: readonly ExperimentRow[]): Plot.Markish[] {
  const seeds = rows.flatMap(({ name, runs }) => runs.map(({ accuracy }) => ({ name, accuracy })));
  const means = rows.map(({ name, result }) => ({ name, ...result!.accuracy }));
  const sure = means.flatMap(({ name, interval }) =>
    interval ? [{ name, low: interval[0], high: interval[1] }] : [],
  );
  const start = d3.min([...seeds.map(({ accuracy }) => accuracy), ...sure.map(({ low }) => low)]);
  const ink = "var(--theme-foreground)";
  return [
    Plot.dot(seeds, { x: "accuracy", y: "name", dy: 8, r: 3, stroke: "var(--accent)" }),
    Plot.ruleY(sure, { x1: "low", x2: "high", y: "name", dy: 8, stroke: ink, strokeWidth: 1.5 }),
    Plot.dot(means, { x: "mean", y: "name", dy: 8, r: 4.5, fill: ink, symbol: "diamond" }),
    Plot.text(means, { x: () => start, y: "name", text: "name", textAnchor: "start", dy: -9 }),
  ];
}

function dataRow({ name, runs, result }: ExperimentRow): string[] {
  const { mean, interval } = result!.accuracy;
  return [
    name,
    formatPercent(mean, 2),
    interval ? interval.map((end) => formatPercent(end, 2)).join(" a ") : "—",
    runs.map(({ accuracy }) => formatPercent(accuracy, 2)).join("; "),
  ];
}
