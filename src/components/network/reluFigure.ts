// What ReLU does to a feature map: the map before and after, and how many numbers it turned to zero.
import { html } from "htl";
import { formatInteger } from "../../lib/text/format.js";
import { imageCanvas } from "../parts/imageCanvas.js";

/** @param map a square feature map with values of both signs, row by row */
export function reluFigure(map: Float32Array): HTMLElement {
  const width = Math.sqrt(map.length);
  const rectified = map.map((value) => Math.max(0, value));
  const negatives = map.filter((value) => value < 0).length;
  const extent = Math.max(0.01, ...map.map(Math.abs));
  const domain: [number, number] = [-extent, extent];
  return html`<div class="relu-figure">
    <div class="figure-row">
      <div>
        ${imageCanvas(map, { width, domain, label: "Mapa de características antes de ReLU" })}
        <p class="figure-label">Antes: negro es negativo, gris es 0</p>
      </div>
      <div>
        ${imageCanvas(rectified, { width, domain, label: "El mismo mapa después de ReLU" })}
        <p class="figure-label">Después: ya no hay nada bajo 0</p>
      </div>
    </div>
    <p class="figure-readout">
      ${formatInteger(negatives)} de los ${formatInteger(map.length)} números eran negativos y ahora
      valen 0.
    </p>
  </div>`;
}
