// Training loss and that on held-out images (test, or validation), epoch by epoch, each line with its name.
import * as Plot from "@observablehq/plot";
import { accessiblePlot } from "../parts/accessiblePlot.js";
import { formatDecimal } from "../../lib/text/format.js";
import { heldOut } from "../../lib/run/heldOut/heldOut.js";
import type { EpochResult } from "../../lib/run/run.js";

const TRAIN = "entrenamiento";
const heldOutNames = { test: "prueba", validation: "validación" };

/**
 * The chart with its table.
 * @param options.width in CSS pixels: the place's own, or a phone cannot read the ticks
 */
export function epochChart(
  epochs: readonly EpochResult[],
  { width = 720 }: { width?: number } = {},
): HTMLElement {
  const name = heldOutNames[heldOut(epochs[0])?.set ?? "test"];
  return accessiblePlot(
    {
      ariaLabel: describe(epochs, name),
      width: Math.min(720, width),
      height: 300,
      marginRight: 110,
      style: { fontSize: "13px" },
      x: {
        label: "época",
        ticks: Math.min(10, epochs.length, Math.floor(width / 60)),
        tickFormat: (value) => String(value),
      },
      y: {
        label: "pérdida",
        zero: true,
        grid: true,
        tickFormat: (value: number) => formatDecimal(value, 1),
      },
      color: {
        domain: [TRAIN, name],
        range: ["var(--accent)", "var(--theme-foreground)"],
      },
      marks: lossMarks(epochs, name),
    },
    () => ({
      columns: ["Época", "Entrenamiento", name.charAt(0).toUpperCase() + name.slice(1)],
      rows: epochs.map((result) => [
        String(result.epoch),
        formatDecimal(result.loss),
        formatDecimal(heldOutLoss(result)),
      ]),
    }),
  );
}

/** The two lines with their points, and at the end of each its name: above the higher one, below the other. */
function lossMarks(epochs: readonly EpochResult[], name: string): Plot.Markish[] {
  const rows = epochs.flatMap((result) => [
    { epoch: result.epoch, loss: result.loss, name: TRAIN },
    { epoch: result.epoch, loss: heldOutLoss(result), name },
  ]);
  const last = epochs.at(-1)?.epoch;
  const ends = rows.filter(({ epoch }) => epoch === last).sort((a, b) => b.loss - a.loss);
  const at = { x: "epoch", y: "loss" };
  return [
    Plot.ruleY([0]),
    Plot.lineY(rows, { ...at, z: "name", stroke: "name", strokeWidth: 2 }),
    Plot.dot(rows, { ...at, fill: "name", symbol: "name", r: 3 }),
    ...ends.map((end, i) =>
      Plot.text([end], {
        ...at,
        text: "name",
        fill: "name",
        textAnchor: "start",
        dx: 8,
        dy: i === 0 ? -8 : 8,
      }),
    ),
  ];
}

function heldOutLoss(result: EpochResult): number {
  return heldOut(result)?.loss ?? NaN;
}

function describe(epochs: readonly EpochResult[], name: string): string {
  const [first, last] = [epochs[0], epochs.at(-1)];
  const range = (lossOf: (result: EpochResult) => number) =>
    first && last
      ? `de ${formatDecimal(lossOf(first), 2)} a ${formatDecimal(lossOf(last), 2)}`
      : "sin épocas";
  return (
    `Pérdida por época. Entrenamiento, ${range(({ loss }) => loss)}; ` +
    `${name}, ${range(heldOutLoss)}.`
  );
}
