// The loss of the original's recipe with each of some rates, a line a rate with the rate at its end.
import * as Plot from "@observablehq/plot";
import { accessiblePlot } from "../parts/accessiblePlot.js";
import { runStyle } from "../runs/runPalette.js";
import { styledDots, styledLine } from "../runs/styledLine.js";
import type { RateCurve } from "../../lib/reports/answersReport.js";
import { formatDecimal, formatNumber, formatPercent } from "../../lib/text/format.js";

const WIDEST = 720;
/** A network that knows nothing loses ln 10; what loses more has no place. */
const HIGHEST = 2.6;
/** The loss between two lines of text, one above the other. */
const LINE = 0.16;

/** @param options.width of the place that it has, in px */
export function rateCurves(
  curves: readonly RateCurve[],
  { width = WIDEST }: { width?: number } = {},
): HTMLElement {
  return accessiblePlot(
    {
      width: Math.min(width, WIDEST),
      height: 320,
      marginRight: 96,
      marginBottom: 42,
      style: { fontSize: "13px" },
      ariaLabel: `Pérdida media de cada 1.000 lotes con ${curves.length} tasas. ${curves.map(describeCurve).join(" ")}`,
      x: { label: "miles de lotes", ticks: Math.floor(width / 80) },
      y: {
        label: "pérdida",
        domain: [0, HIGHEST],
        grid: true,
        tickFormat: (value: number) => formatDecimal(value, 1),
      },
      marks: [Plot.ruleY([0]), ...curves.flatMap(curveMarks), rateNames(curves)],
    },
    () => ({
      columns: ["Miles de lotes", ...curves.map(({ learningRate }) => formatNumber(learningRate))],
      rows: Array.from({ length: longest(curves) }, (_, i) => [
        String(i + 1),
        ...curves.map(({ thousands }) => written(thousands[i])),
      ]),
    }),
  );
}

function curveMarks({ thousands }: RateCurve, index: number): Plot.Markish[] {
  const points = thousands.map((loss, i) => ({ thousand: i + 1, loss: Math.min(loss, HIGHEST) }));
  const at = { x: "thousand", y: "loss", style: runStyle(index) };
  return [styledLine(points, at), styledDots(points, { ...at, r: 2.5 })];
}

/** Each rate at the end of its line, or as little above it as keeps it off the one below. */
function rateNames(curves: readonly RateCurve[]): Plot.Markish {
  const ends = curves
    .map(({ learningRate, thousands }, index) => ({
      name: formatNumber(learningRate),
      color: runStyle(index).color,
      thousand: thousands.length,
      loss: Math.min(thousands.at(-1) ?? HIGHEST, HIGHEST),
    }))
    .sort((a, b) => a.loss - b.loss);
  ends.forEach((end, i) => {
    const below = ends[i - 1];
    if (below) end.loss = Math.max(end.loss, below.loss + LINE);
  });
  const place = { x: "thousand", y: "loss", text: "name", fill: "color" };
  return Plot.text(ends, { ...place, textAnchor: "start", dx: 8 });
}

/** «Con 0,01 acaba en 0,31 y acierta el 88,9 % de la prueba.» */
function describeCurve({ learningRate, thousands, testAccuracy }: RateCurve): string {
  const rate = formatNumber(learningRate);
  if (testAccuracy === null) return `Con ${rate} diverge.`;
  return `Con ${rate} acaba en ${written(thousands.at(-1))} y acierta el ${formatPercent(testAccuracy, 1)} de la prueba.`;
}

function written(loss: number | undefined): string {
  return loss === undefined ? "—" : formatDecimal(loss, 2);
}

function longest(curves: readonly RateCurve[]): number {
  return Math.max(...curves.map(({ thousands }) => thousands.length));
}
