// Every filter of a convolution, or neuron of a dense layer, as a picture of its weights, one square a weight, and the
// numbers of the chosen one; below, if wanted, the same filters at another time.
import { html } from "htl";
import { filterNumbers } from "./filterNumbers.js";
import { signedCanvas } from "./signedCanvas.js";
import { unitList } from "./unitList.js";
import { type Unit, unitPicker } from "./unitPicker.js";
import {
  extentOf,
  type FilterBank,
  filterSlice,
} from "../../lib/network/instruments/filterBank.js";
import { formatDecimal } from "../../lib/text/format.js";

export interface FilterGalleryOptions {
  /** The layer's name. */
  name: string;
  chosen?: number | undefined;
  onChoose?: (filter: number) => void;
  /** When the filters are so: «Época 30». Said where others stand beside them. */
  label?: string;
  /** The same filters at another time, in the same colours. */
  other?: { bank: FilterBank; label: string } | undefined;
}

/** The pictures, one of which is chosen, and its numbers. */
export function filterGallery(
  bank: FilterBank,
  { name, chosen = 0, onChoose, label = "", other }: FilterGalleryOptions,
): HTMLElement {
  const [, , C, K] = bank.shape;
  const extent = Math.max(extentOf(bank.values), other ? extentOf(other.bank.values) : 0);
  const first = Math.min(chosen, K - 1);
  const numbers = html`<div class="filter-numbers-place"></div>`;
  const numbersOf = (of: FilterBank, filter: number, when?: string) => [
    titleOf(when),
    filterNumbers(of, { filter, extent }),
  ];
  const show = (filter: number) => {
    numbers.replaceChildren(
      ...numbersOf(bank, filter, other && label),
      ...(other ? numbersOf(other.bank, filter, other.label) : []),
    );
  };
  show(first);
  const columns = C === 1 ? 10 : 5;
  const picker = unitPicker(unitsOf(bank, extent), {
    label: `Filtros de ${name}`,
    chosen: first,
    columns,
    onChoose(filter) {
      show(filter);
      onChoose?.(filter);
    },
  });
  const beside = other && [
    titleOf(other.label),
    unitList(unitsOf(other.bank, extent), { label: `Filtros de ${name}: ${other.label}`, columns }),
  ];
  return html`<div class="filter-gallery">
    ${titleOf(other && label)}${picker}${beside}${numbers}
  </div>`;
}

function titleOf(when: string | undefined): Node {
  return when === undefined
    ? html.fragment``
    : html`<p class="figure-label"><strong>${when}</strong></p>`;
}

function unitsOf(bank: FilterBank, extent: number): Unit[] {
  return Array.from({ length: bank.shape[3] }, (_, filter) => ({
    picture: filterPicture(bank, filter, extent),
    caption: String(filter),
    label: `Filtro ${filter}: ${describeFilter(bank, filter)}`,
  }));
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
