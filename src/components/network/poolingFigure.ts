// Max pooling: a 2×2 window over a feature map, its four numbers, and the largest in the smaller map.
import { html } from "htl";
import { formatDecimal } from "../../lib/text/format.js";
import { maxPool2x2, window2x2 } from "../../lib/network/maxPool2x2.js";
import { figurePart } from "../parts/figurePart.js";
import { gridCursor, type Position } from "../parts/gridCursor.js";
import { gridView } from "../parts/gridFrame.js";
import { imageCanvas } from "../parts/imageCanvas.js";
import { stepper } from "../parts/stepper.js";

/** @param map a square feature map without negative values, row by row */
export function poolingFigure(map: Float32Array): HTMLElement {
  const width = Math.sqrt(map.length);
  const pooled = maxPool2x2(map);
  const side = Math.sqrt(pooled.length);
  const domain: [number, number] = [0, Math.max(0.01, ...map)];
  const seen = windowView(map);
  const output = gridView(imageCanvas(pooled, { width: side, domain }), {
    side,
    label: `Salida de la agrupación, ${side} × ${side}`,
  });
  const cursor = gridCursor(imageCanvas(map, { width, domain }), {
    rows: width,
    columns: width,
    span: 2,
    stride: 2,
    label: "Mapa de características: las flechas mueven la ventana",
    onMove: (position) => {
      output.moveTo(position);
      seen.show(position);
    },
  });
  cursor.moveTo({ row: Math.floor(side / 3), column: Math.floor(side / 2) });
  return html`<div class="pooling-figure">
    <div class="figure-controls">${stepper(cursor.moveOn)}</div>
    <div class="figure-row">
      ${figurePart(cursor, `Entrada, ${width} × ${width}`)}
      ${figurePart(seen.numbers, "Ventana, 2 × 2")}
      ${figurePart(output, `Salida, ${side} × ${side}`)}
    </div>
    ${seen.readout}
  </div>`;
}

/** The four numbers of the window, the largest in bold, and the sentence about them. */
function windowView(map: Float32Array) {
  const numbers = html`<div class="pooling-numbers"></div>`;
  const readout = html`<p class="figure-readout" role="status"></p>`;
  function show(position: Position): void {
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
  return { numbers, readout, show };
}
