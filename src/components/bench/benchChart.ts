// The race of the bench: for each contestant the time of a step, its middle and its ends, on a
// logarithmic axis, the fastest on top.
import * as Plot from "@observablehq/plot";
import { accessiblePlot } from "../parts/accessiblePlot.js";
import type { DataTable } from "../parts/dataTable.js";
import { contestantName, threadCount } from "./contestantName.js";
import type { BenchRow } from "../../lib/reports/benchReport.js";
import { formatDecimal, formatNumber } from "../../lib/text/format.js";

const ROW_HEIGHT = 46;

/** The race as a chart with its table. @param options.width in CSS pixels, from 320 on */
export function benchChart(
  rows: readonly BenchRow[],
  { width = 720 }: { width?: number } = {},
): HTMLElement {
  const sorted = rows.toSorted((a, b) => a.msPerStep.median - b.msPerStep.median);
  const powers = powersOfTen(rows);
  const left = powers[0]!;
  return accessiblePlot(
    {
      ariaLabel: describeRace(sorted),
      width: Math.min(720, width),
      height: 70 + ROW_HEIGHT * rows.length,
      marginTop: 16,
      marginBottom: 42,
      insetBottom: 12,
      marginLeft: 12,
      marginRight: 78,
      style: { fontSize: "13px" },
      x: {
        type: "log",
        domain: [left, Math.max(...rows.map((row) => row.msPerStep.max))],
        label: "ms por paso, escala logarítmica",
        labelOffset: 38,
        grid: true,
        ticks: powers,
        tickFormat: formatNumber,
      },
      y: { axis: null, domain: sorted.map(rowName), padding: 0 },
      marks: raceMarks(sorted, left),
    },
    () => raceTable(sorted),
  );
}

function rowName({ contestant, threads }: BenchRow): string {
  return `${contestantName(contestant)}, ${threadCount(threads)}`;
}

function rowColor({ contestant }: BenchRow): string {
  return contestant.startsWith("engine") ? "var(--accent)" : "var(--theme-foreground)";
}

function describeRace(sorted: readonly BenchRow[]): string {
  const times = sorted.map((row) => `${rowName(row)}, ${milliseconds(row.msPerStep.median)}`);
  return `Milisegundos por paso, de menos a más: ${times.join("; ")}.`;
}

/** A bar from the fastest to the slowest step, a dot in the middle, its number, and above it the name. */
function raceMarks(sorted: readonly BenchRow[], left: number): Plot.Markish[] {
  const fastest = (row: BenchRow) => row.msPerStep.min;
  const middle = (row: BenchRow) => row.msPerStep.median;
  const slowest = (row: BenchRow) => row.msPerStep.max;
  return [
    Plot.ruleY(sorted, {
      y: rowName,
      x1: fastest,
      x2: slowest,
      stroke: rowColor,
      strokeWidth: 6,
      strokeOpacity: 0.35,
      dy: 8,
    }),
    Plot.dot(sorted, { x: middle, y: rowName, fill: rowColor, r: 5, dy: 8 }),
    Plot.text(sorted, {
      x: slowest,
      y: rowName,
      text: (row: BenchRow) => milliseconds(row.msPerStep.median),
      textAnchor: "start",
      fontWeight: 600,
      fill: rowColor,
      dx: 9,
      dy: 8,
    }),
    Plot.text(sorted, { x: () => left, y: rowName, text: rowName, textAnchor: "start", dy: -10 }),
  ];
}

function raceTable(sorted: readonly BenchRow[]): DataTable {
  return {
    columns: [
      "Quién calcula",
      "Hilos",
      "ms por paso",
      "El más rápido y el más lento",
      "Segundos por época",
      "Veces más rápido que PyTorch",
    ],
    rows: sorted.map(({ contestant, threads, msPerStep, secondsPerEpoch, ratioToPyTorch }) => [
      contestantName(contestant),
      String(threads),
      formatDecimal(msPerStep.median, 2),
      `${formatDecimal(msPerStep.min, 2)}–${formatDecimal(msPerStep.max, 2)}`,
      formatDecimal(secondsPerEpoch, 1),
      ratioToPyTorch === null ? "—" : formatDecimal(ratioToPyTorch, 2),
    ]),
  };
}

function milliseconds(value: number): string {
  return `${formatDecimal(value, value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

/** The ticks: from the power of ten below the fastest step up to the slowest one. */
function powersOfTen(rows: readonly BenchRow[]): number[] {
  const left = 10 ** Math.floor(Math.log10(Math.min(...rows.map((row) => row.msPerStep.min))));
  const right = Math.max(...rows.map((row) => row.msPerStep.max));
  const powers: number[] = [];
  for (let power = left; power <= right; power *= 10) powers.push(power);
  return powers;
}
