// An image, the same moved and turned; the maps that a filter makes of them; and the first map, moved and turned likewise.
import { html } from "htl";
import { signedCanvas } from "../signedCanvas.js";
import { imageCanvas } from "../../parts/imageCanvas.js";
import {
  equivariance,
  type EquivarianceTrial,
} from "../../../lib/network/instruments/equivariance.js";
import { extentOf } from "../../../lib/network/instruments/filterBank.js";
import { formatPercent } from "../../../lib/text/format.js";

export interface EquivarianceFigureOptions {
  /** [784], 0–255. */
  image: Uint8Array;
  /** Nine weights. */
  filter: readonly number[];
  /** How far it is moved, in whole pixels. */
  right: number;
}

export function equivarianceFigure({
  image,
  filter,
  right,
}: EquivarianceFigureOptions): HTMLElement {
  const pixels = Float32Array.from(image, (pixel) => pixel / 255);
  const { still, moved, turned } = equivariance(pixels, filter, { right });
  const extent = extentOf(Float32Array.from(still.map));
  const columns = [
    { name: "Tal cual", trial: still },
    { name: `Movida ${right}`, trial: moved },
    { name: "Girada 90°", trial: turned },
  ];
  const row = (label: string, draw: (trial: EquivarianceTrial, told: string) => HTMLElement) =>
    html`<tr>
      <th scope="row">${label}</th>
      ${columns.map(({ name, trial }) => html`<td>${draw(trial, `${label}: ${name}`)}</td>`)}
    </tr>`;
  const drawMap = (map: ArrayLike<number>, label: string) =>
    signedCanvas(map, { width: Math.sqrt(map.length), extent, label });
  return html`<div class="equivariance">
    <table>
      <thead>
        <tr>
          <td></td>
          ${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${row("La imagen", ({ image: changed }, label) =>
          imageCanvas(changed, { domain: [0, 1], label }),
        )}
        ${row("Su mapa", ({ map }, label) => drawMap(map, label))}
        ${row("El mapa primero, cambiado igual", ({ expected }, label) => drawMap(expected, label))}
        ${row("En qué se diferencian", ({ difference }) => text(difference))}
      </tbody>
    </table>
  </div>`;
}

function text(difference: number): HTMLElement {
  return html`<span>${formatPercent(difference, 0)}</span>`;
}
