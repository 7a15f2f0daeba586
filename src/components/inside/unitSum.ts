// How one number of a map comes from the window that it looks at: the sum of a convolution, channel by channel, or what
// a pooling takes. All numbers are the real ones.
import { html } from "htl";
import { numberTable } from "./filterNumbers.js";
import { filterSum } from "./filterSum.js";
import { signedCanvas } from "./signedCanvas.js";
import { extentOf, type FilterBank } from "../../lib/network/instruments/filterBank.js";
import { type LayerGeometry } from "../../lib/network/instruments/layerGeometry.js";
import { windowOf } from "../../lib/network/instruments/layerWindow.js";
import { type LayerMaps, windowValues } from "../../lib/network/instruments/mapOf.js";
import { formatDecimal } from "../../lib/text/format.js";
import type { Position } from "../parts/gridCursor.js";

/** A larger window is shown as a picture, not as a table. */
const MOST_NUMBERS = 25;

export interface UnitSumOptions {
  layer: LayerGeometry;
  /** What enters the layer. */
  input: LayerMaps;
  /** What the layer gives there. */
  value: number;
  /** The channel of the layer's output. */
  unit: number;
  position: Position;
  /** Of a convolution. */
  bank: FilterBank | undefined;
}

export function unitSum({
  layer,
  input,
  value,
  unit,
  position,
  bank,
}: UnitSumOptions): HTMLElement {
  const window = windowOf(layer, position);
  if (bank) {
    return filterSum({ input, window, bank, unit, value });
  }
  const seen = windowValues(input, unit, window);
  if (layer.kind === "maxPooling" || layer.kind === "averagePooling") {
    const extent = extentOf(input.values);
    const width = window.right - window.left;
    const takes = layer.kind === "maxPooling" ? "el mayor" : "la media";
    const shown =
      seen.length > MOST_NUMBERS
        ? html`<div class="channel-sum large">${signedCanvas(seen, { width, extent })}</div>`
        : numberTable(seen, { width, extent, caption: "Ventana" });
    return html`<div class="unit-sum">
      ${shown}
      <p>De la ventana pasa ${takes}: <strong>${formatDecimal(value, 3)}</strong>.</p>
    </div>`;
  }
  return html`<div class="unit-sum">
    <p>Entra ${formatDecimal(seen[0]!, 3)} y sale <strong>${formatDecimal(value, 3)}</strong>.</p>
  </div>`;
}
