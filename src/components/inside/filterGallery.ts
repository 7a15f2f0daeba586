// Every filter of a convolution as a picture of its weights, one square a weight, and the numbers of the chosen one.
import { html } from "htl";
import { filterNumbers } from "./filterNumbers.js";
import { signedCanvas } from "./signedCanvas.js";
import { unitPicker } from "./unitPicker.js";
import {
  extentOf,
  type FilterBank,
  filterSlice,
} from "../../lib/network/instruments/filterBank.js";
import { formatDecimal } from "../../lib/text/format.js";

export interface FilterGalleryOptions {
  /** The layer's name. */
  name: string;
  chosen?: number;
  onChoose?: (filter: number) => void;
}

export function filterGallery(
  bank: FilterBank,
  { name, chosen = 0, onChoose }: FilterGalleryOptions,
): HTMLElement {
  const [, , C, K] = bank.shape;
  const extent = extentOf(bank.values);
  const first = Math.min(chosen, K - 1);
  const numbers = html`<div class="filter-numbers-place"></div>`;
  const show = (filter: number) => {
    numbers.replaceChildren(filterNumbers(bank, { filter, extent }));
  };
  show(first);
  const units = Array.from({ length: K }, (_, filter) => ({
    picture: filterPicture(bank, filter, extent),
    caption: String(filter),
    label: `Filtro ${filter}: ${describeFilter(bank, filter)}`,
  }));
  const picker = unitPicker(units, {
    label: `Filtros de ${name}`,
    chosen: first,
    columns: C === 1 ? 10 : 5,
    onChoose(filter) {
      show(filter);
      onChoose?.(filter);
    },
  });
  return html`<div class="filter-gallery">${picker}${numbers}</div>`;
}

/** The slices of a filter, one a channel of its input, in rows of as many as make a square. */
function filterPicture(bank: FilterBank, filter: number, extent: number): HTMLElement {
  const [, FW, C] = bank.shape;
  const slices = Array.from({ length: C }, (_, channel) =>
    signedCanvas(filterSlice(bank, filter, channel), { width: FW, extent }),
  );
  const picture = html`<span class="filter-slices">${slices}</span>`;
  picture.style.setProperty("--slices", String(C === 1 ? 1 : Math.ceil(Math.sqrt(C * 2))));
  return picture;
}

function describeFilter(bank: FilterBank, filter: number): string {
  const [FH, FW, C] = bank.shape;
  const weights = Array.from({ length: C }, (_, c) => [...filterSlice(bank, filter, c)]).flat();
  const [least, most] = [Math.min(...weights), Math.max(...weights)];
  const what = C === 1 ? `${FH} por ${FW} pesos` : `${C} rodajas de ${FH} por ${FW} pesos`;
  const bias = bank.bias ? `sesgo ${formatDecimal(bank.bias[filter]!, 2)}` : "sin sesgo";
  return `${what}, de ${formatDecimal(least, 2)} a ${formatDecimal(most, 2)}; ${bias}`;
}
