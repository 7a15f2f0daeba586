// A 3×3 filter that is chosen by its name or written, weight by weight.
import { html } from "htl";
import { formatNumber } from "../../lib/text/format.js";
import { parseNumber } from "../../lib/text/parseNumber.js";

const filters = {
  "bordes verticales": [-1, 0, 1, -1, 0, 1, -1, 0, 1],
  "bordes horizontales": [-1, -1, -1, 0, 0, 0, 1, 1, 1],
  desenfoque: Array<number>(9).fill(0.111),
  enfoque: [0, -1, 0, -1, 5, -1, 0, -1, 0],
} as const satisfies Record<string, readonly number[]>;

export type FilterName = keyof typeof filters;

export interface FilterFields {
  /** The names; while the filter is one that the reader writes, it says so. */
  chooser: HTMLSelectElement;
  /** The nine weights, row by row. */
  boxes: HTMLElement;
  /** Now: nine numbers, row by row. */
  weights: () => readonly number[];
}

/** @param onChange is called when the reader has chosen or written another filter */
export function filterFields(initial: FilterName, onChange: () => void): FilterFields {
  let weights: number[] = [...filters[initial]];
  const chooser = filterChooser(initial);
  const boxes = weights.map((_, i) =>
    weightBox(i, (typed) => {
      if (Number.isFinite(typed)) weights[i] = typed;
      chooser.value = "";
      changed();
    }),
  );
  function write(): void {
    for (const [i, box] of boxes.entries()) box.value = formatNumber(weights[i]!).replace("-", "−");
  }
  function changed(): void {
    write();
    onChange();
  }
  chooser.addEventListener("change", () => {
    weights = [...filters[chooser.value as FilterName]];
    changed();
  });
  write();
  const group = html`<div class="filter-boxes" role="group" aria-label="Pesos del filtro">
    ${boxes}
  </div>`;
  return { chooser, boxes: group, weights: () => weights };
}

function filterChooser(chosen: FilterName): HTMLSelectElement {
  const chooser = html`<select>
    ${Object.keys(filters).map((name) => html`<option value=${name}>${name}</option>`)}
    <option value="" disabled>escrito por ti</option>
  </select>` as HTMLSelectElement;
  chooser.value = chosen;
  return chooser;
}

function weightBox(i: number, onTyped: (value: number) => void): HTMLInputElement {
  return html`<input
    inputmode="decimal"
    aria-label=${`Peso del filtro, fila ${Math.floor(i / 3)}, columna ${i % 3}`}
    onchange=${(event: Event) => {
      onTyped(parseNumber((event.target as HTMLInputElement).value));
    }}
  />` as HTMLInputElement;
}
