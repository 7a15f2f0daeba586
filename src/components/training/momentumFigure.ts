// What momentum does when the gradient keeps pointing the same way: the velocity after each step,
// in multiples of one gradient, and the limit it tends to.
import { accessiblePlot } from "../parts/accessiblePlot.js";
import * as Plot from "@observablehq/plot";
import { formatDecimal } from "../../lib/text/format.js";

const STEPS = 40;

const WIDEST = 560;

/**
 * @param momentum the part of the velocity that each step keeps, 0–1, 1 excluded
 * @param options.width of the place that it has, in px
 */
export function momentumFigure(
  momentum: number,
  { width = WIDEST }: { width?: number } = {},
): HTMLElement {
  const velocities: number[] = [];
  for (let step = 0; step < STEPS; step++) velocities.push(momentum * (velocities.at(-1) ?? 0) + 1);
  const limit = 1 / (1 - momentum);
  return accessiblePlot(
    {
      width: Math.min(width, WIDEST),
      height: 240,
      marginBottom: 42,
      style: { fontSize: "13px" },
      ariaLabel: `Velocidad en cada paso con momento ${momentum.toLocaleString("es")}: crece hasta acercarse a ${limit.toLocaleString("es", { maximumFractionDigits: 1 })} veces el gradiente`,
      x: { label: "Paso", domain: [1, STEPS], ticks: 5 },
      y: { label: "Velocidad (en gradientes)", domain: [0, Math.ceil(1.05 * limit)], ticks: 5 },
      marks: [
        Plot.ruleY([limit], { stroke: "var(--theme-foreground-muted)", strokeDasharray: "4 3" }),
        Plot.lineY(velocities, {
          x: (_: number, i: number) => i + 1,
          stroke: "var(--accent)",
          strokeWidth: 2.5,
          marker: "dot",
        }),
        Plot.ruleY([0]),
      ],
    },
    () => ({
      columns: ["Paso", "Velocidad (en gradientes)"],
      rows: velocities.map((velocity, i) => [String(i + 1), formatDecimal(velocity, 2)]),
    }),
  );
}
