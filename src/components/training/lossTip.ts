// What the loss chart says under the pointer: the nearest mean of 1,000 batches, beside the original's
// of the same batch. The table of the curve says the same to who has no pointer.
import * as d3 from "d3";
import type { LossScales } from "./drawLossAxes.js";
import { formatDecimal, formatInteger } from "../../lib/text/format.js";
import type { LossPoint } from "../../lib/run/run.js";

export interface LossTip {
  update(points: readonly LossPoint[], scales: LossScales): void;
}

export function lossTip(svg: SVGSVGElement, original: readonly LossPoint[]): LossTip {
  const group = d3.select(svg).append("g").attr("class", "loss-tip").attr("display", "none");
  const rule = group.append("line");
  const text = group.append("text").attr("text-anchor", "end");
  const originalLoss = new Map(original.map(({ batch, loss }) => [batch, loss]));
  let points: readonly LossPoint[] = [];
  let scales: LossScales | undefined;

  svg.addEventListener("pointermove", (event) => {
    if (!scales || points.length === 0) return;
    const { x, y } = scales;
    const [pointer] = d3.pointer(event, svg);
    const nearest = d3
      .bisector<LossPoint, number>(({ batch }) => batch)
      .center(points, 1000 * x.invert(pointer));
    const point = points[nearest]!;
    const left = x(point.batch / 1000);
    const [bottom, top] = y.range() as [number, number];
    rule.attr("x1", left).attr("x2", left).attr("y1", bottom).attr("y2", top);
    text
      .attr("x", x.range()[1]!)
      .attr("y", top)
      .text(tipText(point, originalLoss.get(point.batch)));
    group.attr("display", null);
  });
  svg.addEventListener("pointerleave", () => group.attr("display", "none"));
  return {
    update(nextPoints, nextScales) {
      points = nextPoints;
      scales = nextScales;
    },
  };
}

function tipText({ batch, loss }: LossPoint, original: number | undefined): string {
  const here = `lote ${formatInteger(batch)}: ${formatDecimal(loss)}`;
  return original === undefined ? here : `${here} · original: ${formatDecimal(original)}`;
}
