// Max pooling: a 2×2 window over a feature map, its four numbers, and the largest in the smaller map.
import { html } from "htl";
import { formatDecimal } from "../../lib/text/format.js";
import { maxPool2x2, window2x2 } from "../../lib/network/maxPool2x2.js";
import { gridCursor, type Position } from "../parts/gridCursor.js";
import { imageCanvas } from "../parts/imageCanvas.js";
import { stepper } from "../parts/stepper.js";

/** @param map a square feature map without negative values, row by row */
export function poolingFigure(map: Float32Array): HTMLElement {
  const width = Math.sqrt(map.length);
  const pooled = maxPool2x2(map);
  const side = Math.sqrt(pooled.length);
  const domain: [number, number] = [0, Math.max(0.01, ...map)];
  const numbers = html`<div class="pooling-numbers"></div>`;
  const readout = html`<p class="figure-readout" role="status"></p>`;
  const frame = html`<div class="grid-cursor-frame"></div>`;
  frame.style.width = frame.style.height = `${100 / side}%`;
  let position: Position = { row: 0, column: 0 };

  function show(moved: Position): void {
    position = moved;
    frame.style.top = `${(100 * position.row) / side}%`;
    frame.style.left = `${(100 * position.column) / side}%`;
    const values = window2x2(map, position);
    const largest = Math.max(...values);
    const winner = values.indexOf(largest);
    numbers.replaceChildren(
      ...values.map((value, i) =>
        i === winner
          ? html`<strong>${formatDecimal(value, 2)}</strong>`
          : html`<span>${formatDecimal(value, 2)}</span>`,
      ),
    );
    readout.textContent = `De ${values.map((value) => formatDecimal(value, 2)).join("; ")} queda el mayor: ${formatDecimal(largest, 2)}.`;
  }

  const cursor = gridCursor(imageCanvas(map, { width, domain }), {
    rows: width,
    columns: width,
    span: 2,
    stride: 2,
    label: "Mapa de características: las flechas mueven la ventana",
    onMove: show,
  });
  cursor.moveTo({ row: Math.floor(side / 3), column: Math.floor(side / 2) });
  const controls = stepper(() => {
    const next = (position.row * side + position.column + 1) % (side * side);
    cursor.moveTo({ row: Math.floor(next / side), column: next % side });
  });
  return html`<div class="pooling-figure">
    <div class="figure-controls">${controls}</div>
    <div class="figure-row">
      <div>
        ${cursor}
        <p class="figure-label">Entrada, ${width} × ${width}</p>
      </div>
      <div>
        ${numbers}
        <p class="figure-label">Ventana, 2 × 2</p>
      </div>
      <div>
        <div
          class="grid-view"
          role="img"
          aria-label=${`Salida de la agrupación, ${side} × ${side}`}
        >
          ${imageCanvas(pooled, { width: side, domain })}${frame}
        </div>
        <p class="figure-label">Salida, ${side} × ${side}</p>
      </div>
    </div>
    ${readout}
  </div>`;
}
