// How far two trainers are apart after each step: the losses and the weights, on a logarithmic axis.
import * as Plot from "@observablehq/plot";
import { accessiblePlot } from "../parts/accessiblePlot.js";
import type { DataTable } from "../parts/dataTable.js";
import { formatDecimal } from "../../lib/text/format.js";
import { formatScientific, powerOfTen } from "../../lib/text/formatScientific.js";
import type { StepDifference } from "../../training/measure/compareTrainers.js";

const names = { loss: "pérdida", weight: "pesos" };

interface Point {
  step: number;
  difference: number;
  name: string;
}

/** The differences as a chart with its table. @param options.width in CSS pixels, from 320 on */
export function differenceChart(
  steps: readonly StepDifference[],
  { width = 720 }: { width?: number } = {},
): HTMLElement {
  const points = pointsOf(steps);
  return accessiblePlot(
    {
      ariaLabel: describe(steps),
      width: Math.min(720, width),
      height: 240,
      marginLeft: 48,
      marginRight: 64,
      marginBottom: 42,
      style: { fontSize: "13px" },
      x: { label: "paso", labelOffset: 38, domain: [0, steps.length], ticks: 5 },
      y: {
        type: "log",
        domain: domainOf(points),
        label: "diferencia, escala logarítmica",
        grid: true,
        ticks: 4,
        tickFormat: (value: number) => powerOfTen(Math.round(Math.log10(value))),
      },
      color: {
        domain: Object.values(names),
        range: ["var(--theme-foreground)", "var(--accent)"],
      },
      symbol: { domain: Object.values(names), range: ["times", "circle"] },
      marks: [
        Plot.dot(points, { x: "step", y: "difference", stroke: "name", symbol: "name", r: 3.5 }),
        ...endNames(points, steps.length),
      ],
    },
    () => differenceRows(steps),
  );
}

function pointsOf(steps: readonly StepDifference[]): Point[] {
  return steps
    .flatMap(({ step, lossDifference, weightDifference }) => [
      { step, difference: lossDifference, name: names.loss },
      { step, difference: weightDifference, name: names.weight },
    ])
    .filter(({ difference }) => difference > 0); // a logarithm has no place for none
}

/** Whole powers of ten around the points, and at least from −8 to −6: so two charts compare. */
function domainOf(points: readonly Point[]): number[] {
  const exponents = points.map(({ difference }) => Math.log10(difference));
  const ends = [Math.floor(Math.min(-8, ...exponents)), Math.ceil(Math.max(-6, ...exponents))];
  return ends.map((exponent) => 10 ** exponent);
}

/** The name of each series at its last point; the higher one is named above its end. */
function endNames(points: readonly Point[], lastStep: number): Plot.Markish[] {
  return Object.values(names)
    .flatMap((name) => points.filter((point) => point.name === name).slice(-1))
    .sort((a, b) => b.difference - a.difference)
    .map((end, i) =>
      Plot.text([end], {
        x: () => lastStep,
        y: "difference",
        text: "name",
        fill: "name",
        textAnchor: "start",
        dx: 10,
        dy: i === 0 ? -6 : 6,
      }),
    );
}

function describe(steps: readonly StepDifference[]): string {
  const last = steps.at(-1);
  return (
    `Diferencia entre los dos motores en ${steps.length} pasos. En el último, ` +
    `${formatScientific(last?.lossDifference ?? NaN)} en la pérdida y ` +
    `${formatScientific(last?.weightDifference ?? NaN)} en los pesos.`
  );
}

function differenceRows(steps: readonly StepDifference[]): DataTable {
  return {
    columns: ["Paso", "Pérdida", "Diferencia de pérdida", "Diferencia de pesos"],
    rows: steps.map(({ step, loss, lossDifference, weightDifference }) => [
      String(step),
      formatDecimal(loss, 4),
      formatScientific(lossDifference),
      formatScientific(weightDifference),
    ]),
  };
}
