// How many images were given to each class: bars with their numbers.
import { accessiblePlot } from "../parts/accessiblePlot.js";
import * as Plot from "@observablehq/plot";
import { CLASS_COUNT } from "../../lib/dataset/dataset.js";
import { formatInteger } from "../../lib/text/format.js";

const WIDEST = 640;

/**
 * @param predictions the predicted class of each image, [N]
 * @param options.width of the place that it has, in px
 */
export function predictionCounts(
  predictions: Uint8Array,
  names: readonly string[],
  { width = WIDEST }: { width?: number } = {},
): HTMLElement {
  const counts = new Array<number>(CLASS_COUNT).fill(0);
  for (const prediction of predictions) counts[prediction]!++;
  const rows = counts.map((count, index) => ({ name: names[index]!, count }));
  const described = rows.map(({ name, count }) => `${name}: ${formatInteger(count)}`).join("; ");
  return accessiblePlot(
    {
      ariaLabel: `Predicciones por clase. ${described}.`,
      width: Math.min(width, WIDEST),
      height: 300,
      style: { fontSize: "13px" },
      marginLeft: 110,
      marginRight: 60,
      x: { axis: null },
      y: { label: null, domain: names },
      marks: [
        Plot.barX(rows, { x: "count", y: "name", fill: "var(--accent)" }),
        Plot.text(rows, {
          x: "count",
          y: "name",
          text: ({ count }: { count: number }) => formatInteger(count),
          textAnchor: "start",
          dx: 6,
        }),
        Plot.ruleX([0]),
      ],
      caption: "Imágenes de prueba que la red asigna a cada clase.",
    },
    () => ({
      columns: ["Clase", "Imágenes"],
      rows: rows.map(({ name, count }) => [name, formatInteger(count)]),
    }),
  );
}
