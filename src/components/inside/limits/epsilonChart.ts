// How the probabilities of the classes move as the pixels are moved further and further along the gradient's sign.
import * as Plot from "@observablehq/plot";
import { favourite } from "./answer.js";
import { accessiblePlot } from "../../parts/accessiblePlot.js";
import { runStyle } from "../../runs/runPalette.js";
import { styledLine } from "../../runs/styledLine.js";
import { formatPercent } from "../../../lib/text/format.js";

export interface EpsilonChartOptions {
  /** Of the classes, in Spanish. */
  names: readonly string[];
  /** In CSS pixels. */
  width?: number;
  /** How far it is drawn. */
  most?: number;
}

/** A class is drawn if it is ever given so much. */
const SEEN = 0.25;

/** @param logProbabilities for each ε from 0 on, [ε,classes] */
export function epsilonChart(
  logProbabilities: Float32Array,
  { names, width = 720, most = 64 }: EpsilonChartOptions,
): HTMLElement {
  const classes = names.length;
  const probability = (epsilon: number, i: number) =>
    Math.exp(logProbabilities[epsilon * classes + i]!);
  const steps = Array.from({ length: most + 1 }, (_, epsilon) => epsilon);
  const seen = names
    .map((name, i) =>
      classLine(
        name,
        steps.map((epsilon) => probability(epsilon, i)),
      ),
    )
    .filter(({ top }) => top.p >= SEEN);
  const said = steps.map((epsilon) =>
    favourite(logProbabilities.subarray(epsilon * classes, (epsilon + 1) * classes)),
  );
  const turns = steps.filter((epsilon) => epsilon > 0 && said[epsilon] !== said[epsilon - 1]);
  return accessiblePlot(
    {
      ariaLabel: `Lo que la red dice según ε: ${names[said[0]!]} con 0${turns.map((epsilon) => `, ${names[said[epsilon]!]} desde ${epsilon}`).join("")}.`,
      width: Math.min(720, width),
      ...axesTo(most),
      marks: seen.flatMap(classMarks),
    },
    () => ({
      columns: ["ε", "Dice", ...seen.map(({ name }) => name)],
      rows: steps.map((epsilon) => [
        String(epsilon),
        names[said[epsilon]!]!,
        ...seen.map(({ points }) => formatPercent(points[epsilon]!.p)),
      ]),
    }),
  );
}

function axesTo(most: number): Omit<Plot.PlotOptions, "ariaLabel"> {
  return {
    height: 256,
    marginTop: 28,
    marginBottom: 46,
    marginLeft: 52,
    marginRight: 20,
    style: { fontSize: "13px" },
    x: { label: "ε, niveles de gris", domain: [0, most] },
    y: { label: "probabilidad", domain: [0, 1], grid: true, ticks: 4, tickFormat: percent },
  };
}

interface ClassLine {
  name: string;
  points: { epsilon: number; p: number }[];
  /** Where it is likeliest. */
  top: { epsilon: number; p: number };
}

/** @param probabilities for each ε from 0 on */
function classLine(name: string, probabilities: readonly number[]): ClassLine {
  const points = probabilities.map((p, epsilon) => ({ epsilon, p }));
  return { name, points, top: points.reduce((best, point) => (point.p > best.p ? point : best)) };
}

/** The line of a class, with its name where it is likeliest. */
function classMarks({ name, points, top }: ClassLine, index: number): Plot.Markish[] {
  const style = runStyle(index);
  const last = points.at(-1)!.epsilon;
  return [
    styledLine(points, { x: "epsilon", y: "p", style }),
    Plot.text([top], {
      x: "epsilon",
      y: "p",
      text: () => name,
      fill: style.color,
      fontWeight: 600,
      dy: -9,
      textAnchor: top.epsilon < 0.2 * last ? "start" : top.epsilon > 0.8 * last ? "end" : "middle",
    }),
  ];
}

function percent(value: number): string {
  return formatPercent(value, 0);
}
