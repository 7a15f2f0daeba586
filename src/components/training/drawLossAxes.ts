// The axes of the loss chart, the original's: a loss of 0 to 2.5 against thousands of batches.
import * as d3 from "d3";
import { formatDecimal, formatNumber } from "../../lib/text/format.js";

export interface LossScales {
  /** From thousands of batches. */
  x: d3.ScaleLinear<number, number>;
  y: d3.ScaleLinear<number, number>;
}

const MARGIN = { top: 16, right: 16, bottom: 40, left: 44 };
const MAX_LOSS = 2.5;
const TICK_WIDTH = 90;

/** Draws the axes anew in the group, for a chart of that size; returns their scales. */
export function drawLossAxes<Parent extends d3.BaseType>(
  group: d3.Selection<SVGGElement, undefined, Parent, undefined>,
  { totalBatches, width, height }: { totalBatches: number; width: number; height: number },
): LossScales {
  const right = width - MARGIN.right;
  const bottom = height - MARGIN.bottom;
  const x = d3.scaleLinear([0, totalBatches / 1000], [MARGIN.left, right]).clamp(true);
  const y = d3.scaleLinear([0, MAX_LOSS], [bottom, MARGIN.top]).clamp(true);
  group.selectChildren().remove();
  const xAxis = d3
    .axisBottom(x)
    .ticks(Math.min(6, Math.floor(width / TICK_WIDTH)))
    .tickFormat((value) => formatNumber(value.valueOf()));
  const yAxis = d3
    .axisLeft(y)
    .ticks(5)
    .tickFormat((value) => formatDecimal(value.valueOf(), 1));
  group.append("g").attr("class", "axis").attr("transform", `translate(0,${bottom})`).call(xAxis);
  group
    .append("g")
    .attr("class", "axis")
    .attr("transform", `translate(${MARGIN.left},0)`)
    .call(yAxis);
  const label = (text: string, left: number, top: number) =>
    group.append("text").attr("class", "axis-label").attr("x", left).attr("y", top).text(text);
  label("miles de lotes", right, height - 6).attr("text-anchor", "end");
  label("pérdida", MARGIN.left + 6, MARGIN.top);
  return { x, y };
}
