// How the accuracy falls with each change: a small chart a change, a line a network, with its numbers as a table.
import * as Plot from "@observablehq/plot";
import { html, svg } from "htl";
import { describeAmount } from "./describeAmount.js";
import { accessiblePlot } from "../../parts/accessiblePlot.js";
import { runStyle } from "../../runs/runPalette.js";
import { styledDots, styledLine } from "../../runs/styledLine.js";
import {
  type ChangeName,
  type ImageChange,
  imageChanges,
} from "../../../lib/dataset/changes/imageChanges.js";
import { accuracyAt, type LimitCurve } from "../../../lib/reports/limitsReport.js";
import { formatNumber, formatPercent } from "../../../lib/text/format.js";

export interface LimitSeries {
  /** Of the network, in Spanish. */
  name: string;
  curves: readonly LimitCurve[];
  /** Images of each class, [10]. */
  classCounts: readonly number[];
}

export interface LimitChartsOptions {
  /** What there is for all of them, in CSS pixels. */
  width?: number;
  /** Those that are drawn. Left out: all. */
  changes?: readonly ChangeName[];
}

const GAP_PX = 24;
const MOST_WIDE = 720;

export function limitCharts(
  series: readonly LimitSeries[],
  { width = MOST_WIDE, changes }: LimitChartsOptions = {},
): HTMLElement {
  const room = Math.min(MOST_WIDE, width);
  const chartPx = room < 560 ? room : (room - GAP_PX) / 2;
  const drawn = imageChanges.filter(({ name }) => changes?.includes(name) ?? true);
  return html`<div class="limit-charts">
    <ul class="limit-legend">
      ${series.map(({ name }, i) => html`<li>${swatch(i)} ${name}</li>`)}
    </ul>
    <div class="limit-grid">
      ${drawn.map(
        (change) =>
          html`<div>
            <p class="limit-title">${change.label}</p>
            ${limitChart(change, series, chartPx)}
          </div>`,
      )}
    </div>
  </div>`;
}

/** A line as its network is drawn. */
function swatch(index: number): SVGElement {
  const { color, dash } = runStyle(index);
  return svg`<svg width="34" height="12" aria-hidden="true">
    <line x2="34" y1="6" y2="6" stroke=${color} stroke-width="3" stroke-dasharray=${dash} />
  </svg>`;
}

interface ChartPoint {
  amount: number;
  accuracy: number;
}

function limitChart(
  change: ImageChange,
  series: readonly LimitSeries[],
  width: number,
): HTMLElement {
  const lines = series.map(({ name, curves, classCounts }, index) => {
    const curve = curves.find((one) => one.change === change.name)!;
    const points = curve.points.map((point) => ({
      amount: point.amount,
      accuracy: accuracyAt(point, classCounts),
    }));
    return { name, points, index };
  });
  return accessiblePlot(
    {
      ariaLabel: describeLines(change, lines),
      width,
      ...axesOf(change),
      marks: [
        Plot.ruleY([0.1], { stroke: "var(--theme-foreground-muted)", strokeDasharray: "1 3" }),
        ...lines.flatMap(({ points, index }) => lineMarks(points, index)),
      ],
    },
    () => ({
      columns: [change.label, ...lines.map(({ name }) => name)],
      rows: change.measured.map((amount, i) => [
        describeAmount(change, amount),
        ...lines.map(({ points }) => formatPercent(points[i]!.accuracy)),
      ]),
    }),
  );
}

function axesOf(change: ImageChange): Omit<Plot.PlotOptions, "ariaLabel"> {
  return {
    height: 196,
    marginTop: 12,
    marginLeft: 50,
    marginRight: 14,
    marginBottom: 44,
    style: { fontSize: "12px" },
    x: {
      label: change.unit || null,
      domain: [change.min, change.max],
      ticks: change.name === "turn" ? [-180, -90, 0, 90, 180] : 5,
      tickFormat: formatNumber,
    },
    y: { label: null, domain: [0, 1], grid: true, ticks: 4, tickFormat: percent },
  };
}

function lineMarks(points: readonly ChartPoint[], index: number): Plot.Markish[] {
  const at = { x: "amount", y: "accuracy", style: runStyle(index) };
  return [styledLine(points, at), styledDots(points, { ...at, r: 2.5 })];
}

/** «Exactitud según giro. De referencia: 88,5 % sin cambio, 24,5 % con −180 grados…» */
function describeLines(
  change: ImageChange,
  lines: readonly { name: string; points: readonly ChartPoint[] }[],
): string {
  const each = lines.map(({ name, points }) => {
    const whole = points.find(({ amount }) => amount === change.none)!;
    const ends = [points[0]!, points.at(-1)!].filter(({ amount }) => amount !== change.none);
    const told = ends.map(
      ({ amount, accuracy }) => `${formatPercent(accuracy)} con ${describeAmount(change, amount)}`,
    );
    return `${name}: ${formatPercent(whole.accuracy)} sin cambio, ${told.join(", ")}.`;
  });
  return `Exactitud según el cambio «${change.label}». ${each.join(" ")}`;
}

function percent(value: number): string {
  return formatPercent(value, 0);
}
