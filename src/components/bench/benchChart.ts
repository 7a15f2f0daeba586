// The race of the bench: for each contestant the time of a step, its middle and its ends, on a
// logarithmic axis, the fastest on top.
import * as Plot from "@observablehq/plot";
import { accessiblePlot } from "../parts/accessiblePlot.js";
import { contestantName, threadCount } from "./contestantName.js";
import type { BenchRow } from "../../lib/reports/benchReport.js";
import { formatDecimal, formatNumber } from "../../lib/text/format.js";

const ROW_HEIGHT = 46;

/** @param options.width in CSS pixels, from 320 on */
export function benchChart(
  rows: readonly BenchRow[],
  { width = 720 }: { width?: number } = {},
): HTMLElement {
  const sorted = rows.toSorted((a, b) => a.msPerStep.median - b.msPerStep.median);
  const name = ({ contestant, threads }: BenchRow) =>
    `${contestantName(contestant)}, ${threadCount(threads)}`;
  const color = ({ contestant }: BenchRow) =>
    contestant.startsWith("engine") ? "var(--accent)" : "var(--theme-foreground)";
  const left = powerBelow(Math.min(...rows.map((row) => row.msPerStep.min)));
  const right = Math.max(...rows.map((row) => row.msPerStep.max));
  const powers: number[] = [];
  for (let power = left; power <= right; power *= 10) powers.push(power);
  const across = { y: name, stroke: color };
  return accessiblePlot(
    {
      ariaLabel:
        "Milisegundos por paso, de menos a más: " +
        `${sorted.map((row) => `${name(row)}, ${milliseconds(row.msPerStep.median)}`).join("; ")}.`,
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
        domain: [left, right],
        label: "ms por paso, escala logarítmica",
        labelOffset: 38,
        grid: true,
        ticks: powers,
        tickFormat: formatNumber,
      },
      y: { axis: null, domain: sorted.map(name), padding: 0 },
      marks: [
        Plot.ruleY(sorted, {
          ...{ ...across, x1: (row: BenchRow) => row.msPerStep.min, strokeWidth: 6 },
          ...{ x2: (row: BenchRow) => row.msPerStep.max, strokeOpacity: 0.35, dy: 8 },
        }),
        Plot.dot(sorted, {
          ...{ x: (row: BenchRow) => row.msPerStep.median, y: name, fill: color, r: 5, dy: 8 },
        }),
        Plot.text(sorted, {
          ...{
            x: (row: BenchRow) => row.msPerStep.max,
            y: name,
            textAnchor: "start",
            dx: 9,
            dy: 8,
          },
          ...{ text: (row: BenchRow) => milliseconds(row.msPerStep.median), fontWeight: 600 },
          fill: color,
        }),
        Plot.text(sorted, { x: () => left, y: name, text: name, textAnchor: "start", dy: -10 }),
      ],
    },
    () => ({
      columns: [
        ...["Quién calcula", "Hilos", "ms por paso", "El más rápido y el más lento"],
        ...["Segundos por época", "Veces más rápido que PyTorch"],
      ],
      rows: sorted.map(({ contestant, threads, msPerStep, secondsPerEpoch, ratioToPyTorch }) => [
        ...[contestantName(contestant), String(threads), formatDecimal(msPerStep.median, 2)],
        `${formatDecimal(msPerStep.min, 2)}–${formatDecimal(msPerStep.max, 2)}`,
        formatDecimal(secondsPerEpoch, 1),
        ratioToPyTorch === null ? "—" : formatDecimal(ratioToPyTorch, 2),
      ]),
    }),
  );
}

function milliseconds(value: number): string {
  return `${formatDecimal(value, value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

function powerBelow(value: number): number {
  return 10 ** Math.floor(Math.log10(value));
}
