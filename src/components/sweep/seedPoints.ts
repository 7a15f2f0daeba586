// The figure of a sweep of one hyperparameter: for each value a point a seed, a line at their mean with its
// number, and below the value how many seeds diverged.
import * as Plot from "@observablehq/plot";
import { describeDiverged } from "./describeDiverged.js";
import { footScale } from "./sweepScale.js";
import { formatDecimal, formatPercent } from "../../lib/text/format.js";
import { heldOutSet, whereHeldOut } from "../../lib/run/heldOut/heldOut.js";
import type { Sweep } from "../../lib/sweep/sweep.js";
import { axisValueText, type SweepAxis } from "../../lib/sweep/sweepAxis.js";
import type { SweepCell } from "../../lib/sweep/sweepResults.js";

const MARGIN_LEFT = 56;
const MARGIN_RIGHT = 20;
const PLOT_PX = 240;
/** What the number takes: beside the points, above them with «%», above them without it. */
const BESIDE_PX = 136;
const ABOVE_PX = 56;
const SHORT_PX = 38;
/** What «2 divergieron» takes. */
const DIVERGED_PX = 92;

/** The figure's options for Plot. @param cells those with something to show */
export function seedPoints(
  { axes, base }: Sweep,
  cells: readonly SweepCell[],
  { width }: { width: number },
): Plot.PlotOptions {
  const bandPx = (width - MARGIN_LEFT - MARGIN_RIGHT) / axes[0]!.values.length;
  const foot = footScale(axes[0]!, bandPx);
  const divergedPx = cells.some(({ diverged }) => diverged > 0) ? 18 : 0;
  const marginBottom = foot.footPx + divergedPx + 28;
  return {
    height: PLOT_PX + marginBottom,
    marginLeft: MARGIN_LEFT,
    marginRight: MARGIN_RIGHT,
    marginBottom,
    marginTop: 28,
    x: { ...foot.scale, padding: 0.2, labelOffset: marginBottom - 6 },
    y: {
      label: `exactitud ${whereHeldOut[heldOutSet(base)]}`,
      grid: true,
      nice: true,
      ticks: 5,
      insetTop: 18,
      tickFormat: (value: number) => formatPercent(value, 0),
    },
    marks: cellMarks(cells, { axis: axes[0]!, bandPx, footPx: foot.footPx }),
  };
}

/** The points, the line at their mean, its number, and how many seeds diverged. */
function cellMarks(
  cells: readonly SweepCell[],
  { axis, bandPx, footPx }: { axis: SweepAxis; bandPx: number; footPx: number },
): Plot.Markish[] {
  const x = ({ values }: SweepCell) => axisValueText(axis.name, values[0]!);
  const points = cells.flatMap((cell) =>
    cell.accuracies.map((accuracy) => ({ x: x(cell), accuracy })),
  );
  const lineInset = Math.min(16, bandPx / 8);
  const ink = "var(--theme-foreground)";
  return [
    Plot.dot(points, { x: "x", y: "accuracy", stroke: "var(--accent)", strokeWidth: 2, r: 5 }),
    Plot.tickY(cells, {
      x,
      y: "mean",
      strokeWidth: 2,
      stroke: ink,
      insetLeft: lineInset,
      insetRight: lineInset,
    }),
    Plot.text(cells, { ...meanLabel(bandPx), x, fontWeight: 600, fill: ink }),
    Plot.text(cells, {
      x,
      frameAnchor: "bottom",
      lineAnchor: "top",
      dy: footPx,
      fontSize: 12,
      fill: ink,
      text: (cell: SweepCell) => describeDiverged(cell, { isShort: bandPx < DIVERGED_PX }),
    }),
  ];
}

/** At the line where there is room beside the points, else above the highest of them. */
function meanLabel(bandPx: number): Plot.TextOptions {
  if (bandPx >= BESIDE_PX) {
    const text = ({ mean }: SweepCell) => formatPercent(mean);
    return { y: "mean", dx: 14, dy: -10, textAnchor: "start", text };
  }
  return {
    y: ({ accuracies }: SweepCell) => Math.max(...accuracies),
    dy: -9,
    lineAnchor: "bottom",
    text: ({ mean }: SweepCell) => {
      if (bandPx < SHORT_PX) return "";
      return bandPx < ABOVE_PX ? formatDecimal(100 * mean, 1) : formatPercent(mean);
    },
  };
}
