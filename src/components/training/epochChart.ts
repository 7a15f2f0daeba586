// Training and test loss, epoch by epoch, each line with its name.
import * as Plot from "@observablehq/plot";
import { accessiblePlot } from "../parts/accessiblePlot.js";
import { formatDecimal } from "../../lib/text/format.js";
import type { EpochResult } from "../../lib/run/run.js";

/** @param options.width in CSS pixels: the place's own, or a phone cannot read the ticks */
export function epochChart(
  epochs: readonly EpochResult[],
  { width = 720 }: { width?: number } = {},
): HTMLElement {
  const rows = epochs.flatMap(({ epoch, loss, testLoss }) => [
    { epoch, loss, name: "entrenamiento" },
    { epoch, loss: testLoss, name: "prueba" },
  ]);
  const first = epochs[0];
  const last = epochs.at(-1);
  const ends = rows.filter(({ epoch }) => epoch === last?.epoch).sort((a, b) => b.loss - a.loss); // the higher line is labelled above its end
  const range = (of: (result: EpochResult) => number) =>
    first && last
      ? `de ${formatDecimal(of(first), 2)} a ${formatDecimal(of(last), 2)}`
      : "sin épocas";
  return accessiblePlot(
    {
      ariaLabel:
        `Pérdida por época. Entrenamiento, ${range(({ loss }) => loss)}; ` +
        `prueba, ${range(({ testLoss }) => testLoss)}.`,
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
        domain: ["entrenamiento", "prueba"],
        range: ["var(--accent)", "var(--theme-foreground)"],
      },
      marks: [
        Plot.ruleY([0]),
        Plot.lineY(rows, { x: "epoch", y: "loss", z: "name", stroke: "name", strokeWidth: 2 }),
        Plot.dot(rows, { x: "epoch", y: "loss", fill: "name", symbol: "name", r: 3 }),
        ...ends.map((end, i) =>
          Plot.text([end], {
            x: "epoch",
            y: "loss",
            text: "name",
            fill: "name",
            textAnchor: "start",
            dx: 8,
            dy: i === 0 ? -8 : 8,
          }),
        ),
      ],
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
