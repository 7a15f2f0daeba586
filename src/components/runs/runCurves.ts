// The curves of several runs, one over the other, each with its name at its end.
import * as d3 from "d3";
import * as Plot from "@observablehq/plot";
import { accessiblePlot } from "../parts/accessiblePlot.js";
import type { DataTable } from "../parts/dataTable.js";
import { runStyle } from "./runPalette.js";
import { spreadLabels } from "../../lib/numbers/spreadLabels.js";

export interface RunCurve {
  name: string;
  points: readonly { epoch: number; value: number }[];
}

export interface RunCurvesOptions {
  /** In CSS pixels. */
  width?: number;
  /** For who cannot see it. */
  ariaLabel: string;
  /** Of the vertical axis. */
  label: string;
  format: (value: number) => string;
  /** Of the values of the ticks; left out: the same. */
  tickFormat?: (value: number) => string;
  /** Whether each point has a mark: where they are few. */
  marks: boolean;
  data: () => DataTable;
}

const HEIGHT = 320;
const MARGIN = { top: 24, bottom: 40 };
const LABEL_PX = 17;

export function runCurves(curves: readonly RunCurve[], options: RunCurvesOptions): HTMLElement {
  const { width = 720, ariaLabel, label, format, tickFormat = format, marks, data } = options;
  const shown = curves.flatMap((curve, index) =>
    curve.points.length > 0 ? [{ ...curve, style: runStyle(index) }] : [],
  );
  const all = shown.flatMap(({ points }) => points);
  const values = all.map(({ value }) => value);
  const [low, high] = paddedRange(values);
  const last = Math.max(1, ...all.map(({ epoch }) => epoch));
  const first = Math.min(last - 0.5, ...all.map(({ epoch }) => epoch));
  const toPixel = (value: number) =>
    ((high - value) / (high - low)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const places = spreadLabels(
    shown.map(({ points }) => toPixel(points.at(-1)!.value)),
    { gap: LABEL_PX, height: HEIGHT - MARGIN.top - MARGIN.bottom },
  );
  const longest = Math.max(4, ...shown.map(({ name }) => shorten(name).length));
  return accessiblePlot(
    {
      ariaLabel,
      width: Math.min(720, width),
      height: HEIGHT,
      marginTop: MARGIN.top,
      marginBottom: MARGIN.bottom,
      marginLeft: 48,
      marginRight: 20 + 8.2 * longest,
      style: { fontSize: "13px" },
      x: {
        label: "época",
        domain: [Math.floor(first), last],
        ticks: Math.max(1, Math.min(8, last, Math.floor(width / 90))),
        tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : ""),
      },
      y: {
        ...{ label, domain: [low, high], grid: true, ticks: 5 },
        tickFormat: areApart(d3.ticks(low, high, 5), tickFormat) ? tickFormat : format,
      },
      marks: shown.flatMap(({ name, points, style }, i) => {
        const end = points.at(-1)!;
        const { color, dash, symbol } = style;
        return [
          Plot.lineY(points, {
            ...{ x: "epoch", y: "value", stroke: color, strokeWidth: 2 },
            ...(dash !== "none" && { strokeDasharray: dash }),
          }),
          Plot.dot(marks ? points : [end], {
            ...{ x: "epoch", y: "value", fill: color, r: 3.5, symbol: symbol as Plot.SymbolType },
            ...(symbol === "times" && { fill: "none", stroke: color }),
          }),
          Plot.link([end], {
            ...{ x1: "epoch", x2: last, y1: "value", y2: "value", stroke: color },
            ...{ strokeOpacity: 0.35, strokeDasharray: "1 4" },
          }),
          Plot.text([end], {
            ...{ x: last, y: "value", text: () => shorten(name), fill: color, fontWeight: 600 },
            ...{ textAnchor: "start" as const, dx: 10, dy: places[i]! - toPixel(end.value) },
          }),
        ];
      }),
    },
    data,
  );
}

/** Whether no two of the values are written alike. */
function areApart(values: readonly number[], write: (value: number) => string): boolean {
  return new Set(values.map(write)).size === values.length;
}

function paddedRange(values: readonly number[]): [low: number, high: number] {
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max(0.05 * (high - low), 0.005);
  return [Math.max(0, low - margin), high + margin];
}

/** A name that the margin has room for on a phone. */
function shorten(name: string): string {
  return name.length > 18 ? `${name.slice(0, 17)}…` : name;
}
