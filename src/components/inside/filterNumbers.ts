// The weights of one filter as numbers on their colours, a small table for each channel that it looks at.
import { html } from "htl";
import { inkOn, signedColor } from "./signedCanvas.js";
import { type FilterBank, filterSlice } from "../../lib/network/instruments/filterBank.js";
import { formatDecimal } from "../../lib/text/format.js";

export function filterNumbers(
  bank: FilterBank,
  { filter, extent }: { filter: number; extent: number },
): HTMLElement {
  const [, FW, C] = bank.shape;
  const tables = Array.from({ length: C }, (_, channel) =>
    numberTable(filterSlice(bank, filter, channel), {
      width: FW,
      extent,
      caption: C === 1 ? `Filtro ${filter}` : `Canal ${channel}`,
    }),
  );
  return html`<div class="filter-numbers" role="group" aria-label=${`Pesos del filtro ${filter}`}>
    <p class="figure-label">
      Filtro ${filter},
      ${bank.bias ? `con sesgo ${formatDecimal(bank.bias[filter]!, 3)}` : "sin sesgo"}${
        C === 1 ? "" : `: una rodaja por cada uno de los ${C} mapas que mira`
      }
    </p>
    <div class="number-tables">${tables}</div>
  </div>`;
}

interface NumberTableOptions {
  width: number;
  /** The number that gets the full colour. */
  extent: number;
  caption: string;
}

/** Numbers in rows, each on its colour. */
export function numberTable(
  values: ArrayLike<number>,
  { width, extent, caption }: NumberTableOptions,
): HTMLElement {
  const rows = Array.from({ length: values.length / width }, (_, row) =>
    Array.from({ length: width }, (_, column) => cell(values[row * width + column]!, extent)),
  );
  return html`<table class="signed-numbers">
    <caption>
      ${caption}
    </caption>
    <tbody>
      ${rows.map((cells) => html.fragment`<tr>${cells}</tr>`)}
    </tbody>
  </table>`;
}

function cell(value: number, extent: number): Node {
  const [red, green, blue] = signedColor(value, extent);
  const style = `background: rgb(${red} ${green} ${blue}); color: ${inkOn(value, extent)}`;
  return html.fragment`<td style=${style}>${formatDecimal(value, 2)}</td>`;
}
