// The curves of several runs, one over the other, each with its name at its end.
import * as d3 from "d3";
import * as Plot from "@observablehq/plot";
import { html } from "htl";
import { accessiblePlot } from "../parts/accessiblePlot.js";
import type { DataTable } from "../parts/dataTable.js";
import { runStyle } from "./runPalette.js";
import { styledDots, styledLine } from "./styledLine.js";
import { robustTop } from "../../lib/numbers/robustTop.js";
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
  /** The label of the vertical axis. */
  label: string;
  format: (value: number) => string;
  /** How the values of the ticks are written; left out: as `format` does. */
  tickFormat?: (value: number) => string;
  /** Whether each point has a mark: where they are few. */
  marks: boolean;
  data: () => DataTable;
}

type StyledCurve = RunCurve & { style: ReturnType<typeof runStyle> };

const HEIGHT = 320;
const MARGIN = { top: 24, bottom: 40 };
const LABEL_PX = 17;

/** The chart with its table. A curve that shoots up leaves the axes, and a sentence below says how far. */
export function runCurves(curves: readonly RunCurve[], options: RunCurvesOptions): HTMLElement {
  const { width = 720, ariaLabel, label, format, tickFormat = format, marks, data } = options;
  const shown = curves.flatMap((curve, index) =>
    curve.points.length > 0 ? [{ ...curve, style: runStyle(index) }] : [],
  );
  const [low, high] = paddedRange(shown);
  const epochs = epochRange(shown);
  const last = epochs[1];
  const longest = Math.max(4, ...shown.map(({ name }) => shorten(name).length));
  const shifts = nameShifts(shown, [low, high]);
  const chart = accessiblePlot(
    {
      ariaLabel,
      width: Math.min(720, width),
      height: HEIGHT,
      marginTop: MARGIN.top,
      marginBottom: MARGIN.bottom,
      marginLeft: 48,
      marginRight: 20 + 8.2 * longest,
      style: { fontSize: "13px" },
      x: epochScale(epochs, width),
      y: {
        label,
        domain: [low, high],
        grid: true,
        ticks: 5,
        tickFormat: areApart(d3.ticks(low, high, 5), tickFormat) ? tickFormat : format,
      },
      marks: shown.flatMap((curve, i) =>
        curveMarks(curve, { last, high, labelPx: shifts[i]!, marks }),
      ),
    },
    data,
  );
  const beyond = shown.filter(({ points }) => topOf(points) > high);
  if (beyond.length > 0)
    chart.append(html`<p class="figure-label">${describeBeyond(beyond, format)}</p>`);
  return chart;
}

function epochScale([first, last]: [number, number], width: number): Plot.ScaleOptions {
  return {
    label: "época",
    domain: [Math.floor(first), last],
    ticks: Math.max(1, Math.min(8, last, Math.floor(width / 90))),
    tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : ""),
  };
}

function epochRange(curves: readonly RunCurve[]): [first: number, last: number] {
  const epochs = curves.flatMap(({ points }) => points.map(({ epoch }) => epoch));
  const last = Math.max(1, ...epochs);
  return [Math.min(last - 0.5, ...epochs), last];
}

/** How far, in CSS pixels, each name stands below its curve's end, so that none covers another. */
function nameShifts(curves: readonly RunCurve[], [low, high]: [number, number]): number[] {
  const height = HEIGHT - MARGIN.top - MARGIN.bottom;
  const ends = curves.map(({ points }) => {
    const value = Math.min(points.at(-1)!.value, high);
    return ((high - value) / (high - low)) * height;
  });
  return spreadLabels(ends, { gap: LABEL_PX, height }).map((place, i) => place - ends[i]!);
}

interface CurvePlace {
  /** Where the axes end: the epoch, and the value. */
  last: number;
  high: number;
  /** How far, in CSS pixels, the name stands below the curve's end. */
  labelPx: number;
  /** Whether each point has a mark. */
  marks: boolean;
}

/** One curve as far as the axes reach, and its name at its end. */
function curveMarks(
  { name, points, style }: StyledCurve,
  { last, high, labelPx, marks }: CurvePlace,
): Plot.Markish[] {
  const at = { x: "epoch", y: "value", style };
  const end = points.at(-1)!;
  const shownEnd = { epoch: end.epoch, value: Math.min(end.value, high) };
  const dots = (marks ? points : [end]).filter(({ value }) => value <= high);
  return [
    styledLine(points, { ...at, clip: true }),
    styledDots(dots, { ...at, r: 3.5 }),
    ...nameMarks(shownEnd, { name, color: style.color, last, labelPx }),
  ];
}

/** The curve's name beside its end, and a faint line from one to the other. */
function nameMarks(
  end: { epoch: number; value: number },
  { name, color, last, labelPx }: { name: string; color: string; last: number; labelPx: number },
): Plot.Markish[] {
  return [
    Plot.link([end], {
      x1: "epoch",
      x2: last,
      y1: "value",
      y2: "value",
      stroke: color,
      strokeOpacity: 0.35,
      strokeDasharray: "1 4",
    }),
    Plot.text([end], {
      x: last,
      y: "value",
      text: () => shorten(name),
      fill: color,
      fontWeight: 600,
      textAnchor: "start" as const,
      dx: 10,
      dy: labelPx,
    }),
  ];
}

/** «Sale por arriba «nombre», que llega a 397,2.» */
function describeBeyond(curves: readonly RunCurve[], format: (value: number) => string): string {
  const each = curves.map(({ name, points }) => `«${name}», que llega a ${format(topOf(points))}`);
  return `${curves.length === 1 ? "Sale" : "Salen"} por arriba ${each.join("; ")}.`;
}

/** Whether no two of the values are written alike. */
function areApart(values: readonly number[], write: (value: number) => string): boolean {
  return new Set(values.map(write)).size === values.length;
}

/** A curve that shoots up does not rule the axis of the others: it leaves it. */
function paddedRange(curves: readonly RunCurve[]): [low: number, high: number] {
  if (curves.length === 0) return [0, 1];
  const low = Math.min(...curves.flatMap(({ points }) => points.map(({ value }) => value)));
  const high = robustTop(curves.map(({ points }) => topOf(points)));
  const margin = Math.max(0.05 * (high - low), 0.005);
  return [Math.max(0, low - margin), high + margin];
}

function topOf(points: RunCurve["points"]): number {
  return Math.max(...points.map(({ value }) => value));
}

/** A name that the margin has room for on a phone. */
function shorten(name: string): string {
  return name.length > 18 ? `${name.slice(0, 17)}…` : name;
}
