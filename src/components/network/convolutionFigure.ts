// A 3×3 filter that slides over an image: what it sees, the sum it makes, and the map that comes out.
// The filter can be chosen or written; the window moves by pointer, by keys or by itself.
import { html } from "htl";
import { convolve3x3, window3x3 } from "../../lib/network/convolve3x3.js";
import { formatDecimal, formatNumber } from "../../lib/text/format.js";
import { figurePart } from "../parts/figurePart.js";
import { filterFields, type FilterName } from "./filterFields.js";
import { gridCursor, type Position } from "../parts/gridCursor.js";
import { gridView } from "../parts/gridFrame.js";
import { imageCanvas, paintImage } from "../parts/imageCanvas.js";
import { stepper } from "../parts/stepper.js";

const SIDE = 28;
const OUTPUT_SIDE = 26;

/** @param image 28×28 values, 0–255, row by row; the figure computes with them in 0–1 */
export function convolutionFigure(
  image: Uint8Array,
  { filter = "bordes verticales" }: { filter?: FilterName } = {},
): HTMLElement {
  const input = Float32Array.from(image, (value) => value / 255);
  const fields = filterFields(filter, () => {
    result.filterBy(fields.weights());
  });
  const result = convolutionResult(input);
  const cursor = gridCursor(imageCanvas(image), {
    rows: SIDE,
    columns: SIDE,
    span: 3,
    label: "Imagen de entrada: las flechas mueven el filtro",
    onMove: result.moveTo,
  });
  result.filterBy(fields.weights());
  cursor.moveTo(strongest(convolve3x3(input, fields.weights())));
  return html`<div class="convolution-figure">
    <div class="figure-controls">
      <label>Filtro ${fields.chooser}</label>${stepper(cursor.moveOn)}
    </div>
    <div class="figure-row">
      ${figurePart(cursor, "Entrada, 28 × 28")}
      ${figurePart(fields.boxes, "Filtro, 3 × 3 (puedes escribir en él)")}
      ${figurePart(result.map, "Salida, 26 × 26")}
    </div>
    ${result.sum}
  </div>`;
}

/** What the filter makes of the image: the whole map, and the sum at one place. */
function convolutionResult(input: Float32Array) {
  let weights: readonly number[] = [];
  let position: Position = { row: 0, column: 0 };
  const output = imageCanvas(new Float32Array(OUTPUT_SIDE ** 2), { width: OUTPUT_SIDE });
  const map = gridView(output, {
    side: OUTPUT_SIDE,
    label: "Mapa de características: la salida del filtro",
  });
  const sum = html`<div class="convolution-sum"></div>`;
  const showSum = () => {
    sum.replaceChildren(...sumAt(position, window3x3(input, position), weights));
  };
  return {
    map,
    sum,
    filterBy(next: readonly number[]) {
      weights = next;
      const values = convolve3x3(input, weights);
      const extent = Math.max(0.01, ...values.map(Math.abs));
      paintImage(output, values, [-extent, extent]);
      showSum();
    },
    moveTo: (moved: Position) => {
      position = moved;
      map.moveTo(position);
      showSum();
    },
  };
}

/** The nine products, and what they add up to. */
function sumAt(
  { row, column }: Position,
  seen: readonly number[],
  weights: readonly number[],
): HTMLElement[] {
  const total = seen.reduce((result, value, i) => result + value * weights[i]!, 0);
  const terms = seen.map((value, i) => `${formatDecimal(value, 2)} × ${signed(weights[i]!)}`);
  return [
    html`<span class="convolution-terms">${terms.map((term) => html`<span>${term}</span>`)}</span>`,
    html`<p role="status">
      Suma en la fila ${row}, columna ${column}: <strong>${formatDecimal(total, 2)}</strong>
    </p>`,
  ];
}

/** Where the map is largest: a place that shows what the filter looks for. */
function strongest(map: Float32Array): Position {
  const index = map.indexOf(Math.max(...map));
  return { row: Math.floor(index / OUTPUT_SIDE), column: index % OUTPUT_SIDE };
}

function signed(weight: number): string {
  return weight < 0 ? `(−${formatNumber(-weight)})` : formatNumber(weight);
}
