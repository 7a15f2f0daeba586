// Training and test loss, epoch by epoch, each line with its name.
import * as Plot from "@observablehq/plot";
import { accessiblePlot } from "../parts/accessiblePlot.js";
import { formatDecimal } from "../../lib/text/format.js";
import type { EpochResult } from "../../lib/run/run.js";

const names = { train: "entrenamiento", test: "prueba" };

/**
 * The chart with its table.
 * @param options.width in CSS pixels: the place's own, or a phone cannot read the ticks
 */
export function epochChart(
  epochs: readonly EpochResult[],
  { width = 720 }: { width?: number } = {},
): HTMLElement {
  return accessiblePlot(
    {
      ariaLabel: describe(epochs),
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
        domain: Object.values(names),
        range: ["var(--accent)", "var(--theme-foreground)"],
      },
      marks: lossMarks(epochs),
    },
    () => ({
      columns: ["Época", "Entrenamiento", "Prueba"],
      rows: epochs.map(({ epoch, loss, testLoss }) => [
        String(epoch),
        formatDecimal(loss),
        formatDecimal(testLoss),
      ]),
    }),
  );
}

/** The two lines with their points, and at the end of each its name: above the higher one, below the other. */
function lossMarks(epochs: readonly EpochResult[]): Plot.Markish[] {
  const rows = epochs.flatMap(({ epoch, loss, testLoss }) => [
    { epoch, loss, name: names.train },
    { epoch, loss: testLoss, name: names.test },
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

function describe(epochs: readonly EpochResult[]): string {
  const [first, last] = [epochs[0], epochs.at(-1)];
  const range = (lossOf: (result: EpochResult) => number) =>
    first && last
      ? `de ${formatDecimal(lossOf(first), 2)} a ${formatDecimal(lossOf(last), 2)}`
      : "sin épocas";
  return (
    `Pérdida por época. Entrenamiento, ${range(({ loss }) => loss)}; ` +
    `prueba, ${range(({ testLoss }) => testLoss)}.`
  );
}
