// A 3×3 filter that slides over an image: what it sees, the sum it makes, and the map that comes out.
// The filter can be chosen or written; the window moves by pointer, by keys or by itself.
import { html } from "htl";
import { convolve3x3, window3x3 } from "../../lib/network/convolve3x3.js";
import { formatDecimal, formatNumber } from "../../lib/text/format.js";
import { parseNumber } from "../../lib/text/parseNumber.js";
import { gridCursor, type Position } from "../parts/gridCursor.js";
import { imageCanvas, paintImage } from "../parts/imageCanvas.js";
import { stepper } from "../parts/stepper.js";

const SIDE = 28;
const OUTPUT_SIDE = 26;

export const filters = {
  "bordes verticales": [-1, 0, 1, -1, 0, 1, -1, 0, 1],
  "bordes horizontales": [-1, -1, -1, 0, 0, 0, 1, 1, 1],
  desenfoque: Array<number>(9).fill(0.111),
  enfoque: [0, -1, 0, -1, 5, -1, 0, -1, 0],
} as const satisfies Record<string, readonly number[]>;

export type FilterName = keyof typeof filters;

/** @param image 28×28 values, 0–255, row by row; the figure computes with them in 0–1 */
export function convolutionFigure(
  image: Uint8Array,
  { filter = "bordes verticales" }: { filter?: FilterName } = {},
): HTMLElement {
  const input = Float32Array.from(image, (value) => value / 255);
  let weights: number[] = [...filters[filter]];
  let position: Position = { row: 0, column: 0 };
  const output = imageCanvas(convolve3x3(input, weights), { width: OUTPUT_SIDE });
  const sum = html`<div class="convolution-sum"></div>`;
  const boxes = weights.map((_, i) => weightBox(i));
  const chooser = html`<select>
    ${Object.keys(filters).map((name) => html`<option value=${name}>${name}</option>`)}
    <option value="" disabled>escrito por ti</option>
  </select>` as HTMLSelectElement;
  chooser.value = filter;

  const inputCursor = gridCursor(imageCanvas(image), {
    rows: SIDE,
    columns: SIDE,
    span: 3,
    label: "Imagen de entrada: las flechas mueven el filtro",
    onMove: (moved) => {
      position = moved;
      outputFrame.moveTo(moved);
      showSum();
    },
  });
  const outputFrame = outputView(output);

  function showSum(): void {
    const seen = window3x3(input, position);
    const total = seen.reduce((result, value, i) => result + value * weights[i]!, 0);
    const terms = seen.map((value, i) => `${formatDecimal(value, 2)} × ${signed(weights[i]!)}`);
    sum.replaceChildren(
      html`<span class="convolution-terms"
        >${terms.map((term) => html`<span>${term}</span>`)}</span
      >`,
      html`<p role="status">
        Suma en la fila ${position.row}, columna ${position.column}:
        <strong>${formatDecimal(total, 2)}</strong>
      </p>`,
    );
  }

  function showOutput(): void {
    const map = convolve3x3(input, weights);
    const extent = Math.max(0.01, ...map.map(Math.abs));
    paintImage(output, map, [-extent, extent]);
    for (const [i, box] of boxes.entries()) box.value = formatNumber(weights[i]!).replace("-", "−");
    showSum();
  }

  function weightBox(i: number): HTMLInputElement {
    return html`<input
      inputmode="decimal"
      aria-label=${`Peso del filtro, fila ${Math.floor(i / 3)}, columna ${i % 3}`}
      onchange=${(event: Event) => {
        const typed = parseNumber((event.target as HTMLInputElement).value);
        if (Number.isFinite(typed)) weights[i] = typed;
        chooser.value = "";
        showOutput();
      }}
    />` as HTMLInputElement;
  }

  chooser.addEventListener("change", () => {
    weights = [...filters[chooser.value as FilterName]];
    showOutput();
  });
  const controls = stepper(() => {
    const next = position.row * OUTPUT_SIDE + position.column + 1;
    const cell = next % (OUTPUT_SIDE * OUTPUT_SIDE);
    inputCursor.moveTo({ row: Math.floor(cell / OUTPUT_SIDE), column: cell % OUTPUT_SIDE });
  });
  inputCursor.moveTo(strongest(convolve3x3(input, weights)));
  showOutput();
  return html`<div class="convolution-figure">
    <div class="figure-controls"><label>Filtro ${chooser}</label>${controls}</div>
    <div class="figure-row">
      <div>
        ${inputCursor}
        <p class="figure-label">Entrada, 28 × 28</p>
      </div>
      <div>
        <div class="filter-boxes" role="group" aria-label="Pesos del filtro">${boxes}</div>
        <p class="figure-label">Filtro, 3 × 3 (puedes escribir en él)</p>
      </div>
      <div>
        ${outputFrame}
        <p class="figure-label">Salida, 26 × 26</p>
      </div>
    </div>
    ${sum}
  </div>`;
}

/** The output with a mark on the value that the window gives; it follows, it is not a control. */
function outputView(output: HTMLElement): HTMLElement & { moveTo: (position: Position) => void } {
  const frame = html`<div class="grid-cursor-frame"></div>`;
  frame.style.width = frame.style.height = `${100 / OUTPUT_SIDE}%`;
  const view = html`<div
    class="grid-view"
    role="img"
    aria-label="Mapa de características: la salida del filtro"
  >
    ${output}${frame}
  </div>`;
  return Object.assign(view, {
    moveTo: ({ row, column }: Position) => {
      frame.style.top = `${(100 * row) / OUTPUT_SIDE}%`;
      frame.style.left = `${(100 * column) / OUTPUT_SIDE}%`;
    },
  });
}

/** Where the map is largest: a place that shows what the filter looks for. */
function strongest(map: Float32Array): Position {
  const index = map.indexOf(Math.max(...map));
  return { row: Math.floor(index / OUTPUT_SIDE), column: index % OUTPUT_SIDE };
}

function signed(weight: number): string {
  return weight < 0 ? `(−${formatNumber(-weight)})` : formatNumber(weight);
}
