// The sum that a filter makes of a window, or a neuron of all that it looks at, channel by channel.
import { html } from "htl";
import { numberTable } from "./filterNumbers.js";
import { signedCanvas } from "./signedCanvas.js";
import {
  extentOf,
  type FilterBank,
  filterSlice,
  mapOfFilter,
} from "../../lib/network/instruments/filterBank.js";
import type { Window } from "../../lib/network/instruments/layerWindow.js";
import { type LayerMaps, windowValues } from "../../lib/network/instruments/mapOf.js";
import { formatDecimal, formatInteger } from "../../lib/text/format.js";

/** A larger window is shown as a picture, not as a table. */
const MOST_NUMBERS = 9;

export interface FilterSumOptions {
  input: LayerMaps;
  window: Window;
  bank: FilterBank;
  /** The filter, or neuron. */
  unit: number;
  /** What the layer gives there, its activation included. */
  value: number;
}

interface ChannelPart {
  channel: number;
  seen: Float32Array;
  weights: Float32Array;
  products: Float32Array;
  sum: number;
}

export function filterSum(options: FilterSumOptions): HTMLElement {
  const { bank, unit, value } = options;
  const parts = partsOf(options);
  const bias = bank.bias?.[unit];
  const sum = parts.reduce((total, part) => total + part.sum, bias ?? 0);
  const isChanged = Math.abs(value - sum) > 1e-3;
  return html`<div class="unit-sum">
    <p>
      ${describeTerms(bank)}${bias === undefined ? "" : ` más el sesgo (${formatDecimal(bias, 2)})`}:
      <strong>${formatDecimal(sum, 3)}</strong>${
        isChanged ? `. Tras la activación, ${formatDecimal(value, 3)}` : ""
      }.
    </p>
    <div class="channel-sums">${parts.map((part) => channelSum(part, options))}</div>
  </div>`;
}

function partsOf({ bank, input, unit, window }: FilterSumOptions): ChannelPart[] {
  return Array.from({ length: bank.shape[2] }, (_, slice) => {
    const channel = mapOfFilter(bank, unit) ?? slice;
    const seen = windowValues(input, channel, window);
    const weights = filterSlice(bank, unit, slice);
    const products = weights.map((weight, i) => weight * seen[i]!);
    return { channel, seen, weights, products, sum: products.reduce((a, b) => a + b, 0) };
  });
}

function describeTerms({ shape: [FH, FW, C] }: FilterBank): string {
  const products = `${formatInteger(FH * FW)} productos`;
  return C === 1
    ? `La suma de ${products}`
    : `La suma de ${formatInteger(C)} canales, de ${products} cada uno,`;
}

function channelSum(
  { channel, seen, weights, products, sum }: ChannelPart,
  { bank, input }: FilterSumOptions,
): HTMLElement {
  const width = bank.shape[1];
  const [seenExtent, weightExtent] = [extentOf(input.values), extentOf(bank.values)];
  if (weights.length > MOST_NUMBERS) {
    const picture = signedCanvas(products, { width, extent: seenExtent * weightExtent });
    return html`<div class="channel-sum large">
      ${picture}<span>Canal ${channel}: ${formatDecimal(sum, 2)}</span>
    </div>`;
  }
  return html`<div class="channel-sum">
    ${numberTable(seen, { width, extent: seenExtent, caption: `Canal ${channel}` })}
    <span>×</span>
    ${numberTable(weights, { width, extent: weightExtent, caption: "Filtro" })}
    <span>= ${formatDecimal(sum, 3)}</span>
  </div>`;
}
