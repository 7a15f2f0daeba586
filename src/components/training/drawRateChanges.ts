// Marks on the loss chart where the reader has changed the learning rate in mid-run.
import type * as d3 from "d3";
import type { LossScales } from "./drawLossAxes.js";
import { formatNumber } from "../../lib/text/format.js";
import type { RateChange } from "../../lib/run/run.js";

const LINE_HEIGHT = 14;
/** How many labels stand one under the other before they begin at the top again. */
const ROWS = 4;

export function drawRateChanges<Parent extends d3.BaseType>(
  group: d3.Selection<SVGGElement, undefined, Parent, undefined>,
  changes: readonly RateChange[],
  { x, y }: LossScales,
): void {
  const [bottom, top] = y.range() as [number, number];
  const middle = (x.range()[0]! + x.range()[1]!) / 2;
  const left = ({ batch }: RateChange) => x(batch / 1000);
  const isLate = (change: RateChange) => left(change) > middle;
  group
    .selectAll("line")
    .data(changes)
    .join("line")
    .attr("x1", left)
    .attr("x2", left)
    .attr("y1", bottom)
    .attr("y2", top);
  group
    .selectAll("text")
    .data(changes)
    .join("text")
    .attr("x", (change) => left(change) + (isLate(change) ? -5 : 5))
    .attr("y", (_, i) => top + LINE_HEIGHT * (2 + (i % ROWS)))
    .attr("text-anchor", (change) => (isLate(change) ? "end" : "start"))
    .text(({ learningRate }) => `tasa ${formatNumber(learningRate)}`);
}
