// How one number of a map comes from what it looks at: the sum of a convolution or of a neuron, channel by channel, what
// a pooling takes, or what a (log-)softmax makes of a number among all. All numbers are the real ones.
import { html } from "htl";
import { numberTable } from "./filterNumbers.js";
import { filterSum } from "./filterSum.js";
import { signedCanvas } from "./signedCanvas.js";
import { extentOf, type FilterBank } from "../../lib/network/instruments/filterBank.js";
import { type LayerGeometry } from "../../lib/network/instruments/layerGeometry.js";
import { windowOf } from "../../lib/network/instruments/layerWindow.js";
import { type LayerMaps, windowValues } from "../../lib/network/instruments/mapOf.js";
import { formatDecimal, formatInteger } from "../../lib/text/format.js";
import type { Position } from "../parts/gridCursor.js";

/** A larger window is shown as a picture, not as a table. */
const MOST_NUMBERS = 25;

export interface UnitSumOptions {
  layer: LayerGeometry;
  /** What enters the layer. */
  input: LayerMaps;
  /** What else enters a layer that adds several. */
  others?: readonly LayerMaps[];
  /** What the layer gives there. */
  value: number;
  /** The channel of the layer's output. */
  unit: number;
  position: Position;
  /** Of a convolution, or of a dense layer. */
  bank: FilterBank | undefined;
}

/** The sum in words and numbers, with the window that it was made of. */
export function unitSum({
  layer,
  input,
  others = [],
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
  if (others.length > 0) {
    const terms = [input, ...others].map((maps) => windowValues(maps, unit, window)[0]!);
    return termSum(terms, value);
  }
  return html`<div class="unit-sum">
    <p>
      Entra ${formatDecimal(seen[0]!, 3)}${throughSoftmax({ layer, input, position }) ?? " y"} sale
      <strong>${formatDecimal(value, 3)}</strong>.
    </p>
  </div>`;
}

function termSum(terms: readonly number[], value: number): HTMLElement {
  return html`<div class="unit-sum">
    <p>
      Se suman ${terms.map((term) => formatDecimal(term, 3)).join(" + ")}:
      <strong>${formatDecimal(value, 3)}</strong>.
    </p>
  </div>`;
}

/** What a softmax does on the way, which hangs on all the numbers of the place; undefined for other layers. */
function throughSoftmax({
  layer: { type, activation = "" },
  input,
  position,
}: Pick<UnitSumOptions, "layer" | "input" | "position">): string | undefined {
  const isLogarithm = /^log_?softmax$/i.test(activation);
  if (!isLogarithm && activation !== "softmax" && type !== "Softmax") return undefined;
  const [, , W, C] = input.shape;
  const first = (position.row * W + position.column) * C;
  const numbers = Array.from({ length: C }, (_, c) => input.values[first + c]!);
  const most = Math.max(...numbers);
  const sum = numbers.reduce((total, number) => total + Math.exp(number - most), 0);
  const logarithm = formatDecimal(most + Math.log(sum), 3);
  const taken = `se le resta ${logarithm}, el logaritmo de la suma de las exponenciales de los ${formatInteger(C)} números`;
  return isLogarithm ? `; ${taken}, y` : `; ${taken}, y de lo que queda se toma la exponencial:`;
}
