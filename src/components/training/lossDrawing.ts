// The drawing of the loss chart: its axes, the original's rings, the line, the means, the changes of the
// learning rate, and what the pointer tells. When it is drawn, and how wide, is the chart's affair.
import * as d3 from "d3";
import { describeLoss } from "./describeLoss.js";
import { drawRateChanges } from "./drawRateChanges.js";
import { drawLossAxes, type LossScales } from "./drawLossAxes.js";
import { lossTip } from "./lossTip.js";
import { lossMeans } from "../../lib/run/lossMeans.js";
import type { LossPoint, RunHistory } from "../../lib/run/run.js";

export interface LossDrawing {
  svg: SVGSVGElement;
  /** Draws what changes with the width alone, in CSS pixels. */
  layOut: (width: number) => void;
  /** Draws the history as it stands; it has been laid out before. */
  draw: (history: RunHistory) => void;
}

export interface LossDrawingOptions {
  totalBatches: number;
  original: readonly LossPoint[];
  batchesPerEpoch: number;
  /** In CSS pixels: a narrow one is lower. */
  maxHeight: number;
}

const MIN_HEIGHT = 220;
/** Below it the dots are smaller, to stay apart. */
const NARROW = 480;
const MAX_POINTS = 1500;

type Layer = d3.Selection<SVGGElement, undefined, null, undefined>;

export function lossDrawing(options: LossDrawingOptions): LossDrawing {
  const { totalBatches, original, batchesPerEpoch, maxHeight } = options;
  const { svg, axes, rings, line, means, changes } = layers();
  const tip = lossTip(svg.node()!, original);
  let scales: LossScales;
  let isNarrow = false;
  let described = "";
  return {
    svg: svg.node()!,
    layOut(width) {
      const height = Math.min(maxHeight, Math.max(MIN_HEIGHT, width / 2));
      isNarrow = width < NARROW;
      svg.attr("viewBox", [0, 0, width, height]);
      scales = drawLossAxes(axes, { totalBatches, width, height });
      drawDots(rings, original, { scales, radius: isNarrow ? 3 : 4.5 }); // shows around a dot on the same place
    },
    draw(history) {
      const { curve, epochs, rateChanges = [] } = history;
      const meanPoints = lossMeans(history, batchesPerEpoch);
      line.attr("d", linePath(thin(curve), scales));
      drawDots(means, meanPoints, { scales, radius: isNarrow ? 1.75 : 2.5 });
      drawRateChanges(changes, rateChanges, scales);
      tip.update(meanPoints, scales);
      const state = `${epochs.length} ${rateChanges.length}`;
      if (curve.length === 0 || state === described) return;
      described = state; // a screen reader hears of an epoch, not of a batch
      svg.attr("aria-label", describeLoss(history));
    },
  };
}

/** The later ones lie over the earlier ones. */
function layers() {
  const svg = d3
    .create("svg")
    .attr("class", "loss-chart")
    .attr("role", "img")
    .attr("aria-label", "Curva de pérdida, todavía sin puntos.");
  const axes = svg.append("g");
  const rings = svg.append("g").attr("class", "loss-original");
  const line = svg.append("path").attr("class", "loss-line");
  const means = svg.append("g").attr("class", "loss-means");
  const changes = svg.append("g").attr("class", "loss-changes");
  return { svg, axes, rings, line, means, changes };
}

function drawDots(
  layer: Layer,
  points: readonly LossPoint[],
  { scales, radius }: { scales: LossScales; radius: number },
): void {
  layer
    .selectAll("circle")
    .data(points)
    .join("circle")
    .attr("r", radius)
    .attr("cx", ({ batch }) => scales.x(batch / 1000))
    .attr("cy", ({ loss }) => scales.y(loss));
}

function linePath(points: readonly LossPoint[], { x, y }: LossScales): string | null {
  const path = d3
    .line<LossPoint>()
    .x(({ batch }) => x(batch / 1000))
    .y(({ loss }) => y(loss));
  return path(points);
}

/** At most MAX_POINTS of the points, evenly taken. */
function thin(points: readonly LossPoint[]): LossPoint[] {
  const step = Math.ceil(points.length / MAX_POINTS);
  return points.filter((_, i) => i % step === 0);
}
