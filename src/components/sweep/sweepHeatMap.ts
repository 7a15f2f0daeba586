// The heat map of a sweep of two hyperparameters: the mean accuracy of each combination, how far its seeds
// are apart, and how many diverged. The numbers stand in it, so that nothing is told by colour alone.
import * as Plot from "@observablehq/plot";
import { describeDiverged } from "./describeDiverged.js";
import { footScale, sideScale } from "./sweepScale.js";
import { formatDecimal, formatPercent } from "../../lib/text/format.js";
import type { Sweep } from "../../lib/sweep/sweep.js";
import { axisValueText, type SweepAxis } from "../../lib/sweep/sweepAxis.js";
import type { SweepCell } from "../../lib/sweep/sweepResults.js";

const MARGIN_RIGHT = 20;
const ROW_PX = 76;
/** What the labels of a cell take: «± 12,3 (10 semillas)» in one line, «100,0 %» in bold. */
const WIDE_PX = 130;
const NARROW_PX = 78;

type Room = "wide" | "narrow" | "tight";

/** The figure's options for Plot. @param cells those with something to show */
export function sweepHeatMap(
  { axes }: Sweep,
  cells: readonly SweepCell[],
  { width }: { width: number },
): Plot.PlotOptions {
  const { across, down, columnPx } = orientation(axes as [SweepAxis, SweepAxis], width);
  const foot = footScale(axes[across]!, columnPx);
  const side = sideScale(axes[down]!);
  const place = {
    x: ({ values }: SweepCell) => axisValueText(axes[across]!.name, values[across]!),
    y: ({ values }: SweepCell) => axisValueText(axes[down]!.name, values[down]!),
  };
  return {
    height: foot.footPx + 44 + ROW_PX * axes[down]!.values.length,
    marginLeft: side.sidePx,
    marginRight: MARGIN_RIGHT,
    marginBottom: foot.footPx + 26,
    padding: 0.04,
    x: { ...foot.scale, labelOffset: foot.footPx + 20 },
    y: side.scale,
    marks: cellMarks(cells, place, roomIn(columnPx)),
  };
}

/** Which axis goes across: the first, unless its columns are too narrow and the second's are wider. */
function orientation([first, second]: [SweepAxis, SweepAxis], width: number) {
  const bandPx = (foot: SweepAxis, side: SweepAxis) =>
    (width - sideScale(side).sidePx - MARGIN_RIGHT) / foot.values.length;
  const asGiven = { across: 0, down: 1, columnPx: bandPx(first, second) };
  const turned = { across: 1, down: 0, columnPx: bandPx(second, first) };
  const isTurned = roomIn(asGiven.columnPx) === "tight" && turned.columnPx > asGiven.columnPx;
  return isTurned ? turned : asGiven;
}

/** The coloured cells, the mean in each, and its details below it. */
function cellMarks(
  cells: readonly SweepCell[],
  place: Pick<Plot.TextOptions, "x" | "y">,
  room: Room,
): Plot.Markish[] {
  const details = (cell: SweepCell) => detailsOf(cell, room);
  const liftPx = cells.some((cell) => details(cell).length > 1) ? 8 : 0;
  const fill = fillOf(cells);
  return [
    Plot.cell(cells, { ...place, rx: 6, stroke: "var(--theme-foreground-fainter)", fill }),
    Plot.text(cells, {
      ...place,
      dy: -8 - liftPx,
      fontSize: room === "tight" ? 13 : 16,
      fontWeight: 600,
      fill: "var(--theme-foreground)",
      text: (cell: SweepCell) => meanOf(cell, room),
    }),
    Plot.text(cells, {
      ...place,
      dy: 5 - liftPx,
      lineAnchor: "top",
      lineHeight: 1.25,
      fontSize: room === "tight" ? 11 : 12,
      fill: "var(--theme-foreground)",
      text: (cell: SweepCell) => details(cell).join("\n"),
    }),
  ];
}

function roomIn(bandPx: number): Room {
  if (bandPx >= WIDE_PX) return "wide";
  return bandPx >= NARROW_PX ? "narrow" : "tight";
}

function meanOf({ mean }: SweepCell, room: Room): string {
  if (Number.isNaN(mean)) return "—";
  return room === "tight" ? formatDecimal(100 * mean, 1) : formatPercent(mean);
}

/** The lines below the mean: «± 0,8», in percentage points, of how many seeds, and how many diverged. */
function detailsOf(cell: SweepCell, room: Room): string[] {
  const { deviation, accuracies } = cell;
  const spread = Number.isNaN(deviation) ? "" : `± ${formatDecimal(100 * deviation, 1)}`;
  const seeds = accuracies.length === 1 ? "una semilla" : `${accuracies.length} semillas`;
  const diverged = describeDiverged(cell, { isShort: room === "tight" });
  const lines = {
    wide: [spread === "" ? seeds : `${spread} (${seeds})`, diverged],
    narrow: [spread, diverged || seeds],
    tight: [spread.replace(" ", ""), diverged],
  }[room];
  return accuracies.length === 0 ? [diverged] : lines.filter((line) => line !== "");
}

/** The better the mean, the bluer; none where a seed has diverged, whose mean may not be compared. */
function fillOf(cells: readonly SweepCell[]): (cell: SweepCell) => string {
  const isSound = ({ accuracies, diverged }: SweepCell) => accuracies.length > 0 && diverged === 0;
  const means = cells.filter(isSound).map(({ mean }) => mean);
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const share = (mean: number) => (high > low ? (mean - low) / (high - low) : 1);
  return (cell) =>
    isSound(cell)
      ? `color-mix(in srgb, var(--accent) ${Math.round(8 + 32 * share(cell.mean))}%, var(--theme-background-a))`
      : "var(--theme-background-a)";
}
