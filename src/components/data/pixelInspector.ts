// One image as its numbers: the pixel under the pointer or the arrow keys, the numbers around it, and
// all of them in a table on demand.
import { html } from "htl";
import { formatDecimal } from "../../lib/text/format.js";
import { gridCursor, type Position } from "../parts/gridCursor.js";
import { imageCanvas } from "../parts/imageCanvas.js";

const SIDE = 28;
/** Pixels shown on each side of the chosen one. */
const REACH = 3;

/** @param image 28×28 values, 0–255, row by row */
export function pixelInspector(
  image: Uint8Array,
  { label = "Imagen" }: { label?: string } = {},
): HTMLElement {
  const offsets = Array.from({ length: 2 * REACH + 1 }, (_, i) => i - REACH);
  const cells = offsets.map(() => offsets.map(() => html`<span class="pixel"></span>`));
  const readout = html`<p class="figure-readout" role="status"></p>`;

  function show({ row, column }: Position): void {
    const value = image[row * SIDE + column]!;
    readout.textContent = `Fila ${row}, columna ${column}: vale ${value} de 255, es decir, ${formatDecimal(value / 255)}.`;
    for (const [i, line] of cells.entries()) {
      for (const [j, cell] of line.entries()) {
        paintCell(cell, pixelAt(image, { row: row + i - REACH, column: column + j - REACH }));
      }
    }
  }

  const cursor = gridCursor(imageCanvas(image), {
    rows: SIDE,
    columns: SIDE,
    label: `${label}, 28 × 28 píxeles: las flechas cambian de píxel`,
    onMove: show,
  });
  cells[REACH]![REACH]!.classList.add("chosen");
  cursor.moveTo({ row: SIDE / 2, column: SIDE / 4 });
  return html`<div class="pixel-inspector">
    <div class="figure-row">
      ${cursor}
      <div class="pixel-neighbours" aria-hidden="true">${cells.flat()}</div>
    </div>
    ${readout}${allNumbers(image, label)}
  </div>`;
}

function pixelAt(image: Uint8Array, { row, column }: Position): number | undefined {
  const inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
  return inside ? image[row * SIDE + column] : undefined;
}

function paintCell(cell: HTMLElement, value: number | undefined): void {
  cell.textContent = value === undefined ? "" : String(value);
  cell.style.background = value === undefined ? "transparent" : `rgb(${value} ${value} ${value})`;
  cell.style.color = (value ?? 0) > 118 ? "black" : "white"; // either way at least 4.5 to 1
}

/** The 784 numbers; built when opened, because most readers will not open it. */
function allNumbers(image: Uint8Array, label: string): HTMLElement {
  const details = html`<details>
    <summary>Ver los 784 números</summary>
  </details>`;
  details.addEventListener(
    "toggle",
    () => {
      const rows = Array.from({ length: SIDE }, (_, row) => {
        const values = Array.from(image.subarray(row * SIDE, (row + 1) * SIDE));
        return html.fragment`<tr>
          <th scope="row">${row}</th>
          ${values.map((value) => html.fragment`<td>${value}</td>`)}
        </tr>`;
      });
      details.append(
        html`<div
          class="table-scroll"
          tabindex="0"
          role="region"
          aria-label=${`Números de ${label}`}
        >
          <table class="number-table">
            <tbody>
              ${rows}
            </tbody>
          </table>
        </div>`,
      );
    },
    { once: true },
  );
  return details;
}
