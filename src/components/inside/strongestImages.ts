// The images that excite a filter or a neuron most, each with the window that did it.
import { html } from "htl";
import { framedPicture } from "./windowFrame.js";
import { imageCanvas } from "../parts/imageCanvas.js";
import { formatDecimal } from "../../lib/text/format.js";
import type { Window } from "../../lib/network/instruments/layerWindow.js";

export interface StrongImage {
  /** [784], 0–255. */
  pixels: Uint8Array;
  /** Its number among the test images. */
  index: number;
  /** Its class. */
  name: string;
  /** The greatest number of the map. */
  value: number;
  /** What that number can see of the image. */
  window: Window;
}

export function strongestImages(images: readonly StrongImage[]): HTMLElement {
  if (images.length === 0) {
    return html`<p class="empty">Ninguna de estas imágenes lo enciende.</p>`;
  }
  const items = images.map(({ pixels, index, name, value, window }) => {
    const side = Math.sqrt(pixels.length);
    const picture = framedPicture(imageCanvas(pixels), {
      rows: side,
      columns: side,
      label: `Imagen ${index}, ${name}: llega a ${formatDecimal(value, 2)} en la ventana que empieza en la fila ${Math.max(0, window.top)}, columna ${Math.max(0, window.left)}`,
    });
    picture.frame(window);
    return html`<li>
      ${picture}<span class="image-caption"
        >${name}<br />n.º ${index} · ${formatDecimal(value, 2)}</span
      >
    </li>`;
  });
  const list = html`<ul class="image-grid">
    ${items}
  </ul>`;
  list.style.setProperty("--columns", "6");
  list.style.setProperty("--narrow-columns", "3");
  return list;
}
