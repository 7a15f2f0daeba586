// One number of a real network's weights: the group it is of, and its place there. An input for `view()`.
import { html } from "htl";
import { numberBox } from "./numberBox.js";
import { problemNote } from "./problemNote.js";
import { formatInteger } from "../../lib/text/format.js";

export interface WeightGroup {
  /** Layer and variable: `conv1/kernel`. */
  name: string;
  shape: readonly number[];
  /** The place that is offered first. */
  first: number;
}

export interface ChosenWeight {
  /** The number of the group. */
  group: number;
  /** The place in it, row by row. */
  index: number;
}

export function weightChooser(
  groups: readonly WeightGroup[],
): HTMLElement & { value: ChosenWeight } {
  const place = html`<p class="figure-readout" role="status"></p>`;
  const select = html`<select
    onchange=${() => {
      const group = Number(select.value);
      choose({ group, index: groups[group]!.first });
    }}
  >
    ${groups.map(({ name }, i) => html`<option value=${i}>${name}</option>`)}
  </select>` as HTMLSelectElement;
  const field = placeField({
    last: () => sizeOf(groups[element.value.group]!.shape) - 1,
    onWrite: (index) => {
      choose({ ...element.value, index });
    },
  });
  const controls = html`<div class="hand-figure">
    <div class="figure-controls"><label>Pesos ${select}</label>${field.element}</div>
    ${field.problem}${place}
  </div>`;
  const element = Object.assign(controls, { value: { group: 0, index: 0 } });
  function choose(chosen: ChosenWeight): void {
    element.value = chosen;
    field.write(chosen.index);
    place.textContent = describePlace(groups[chosen.group]!, chosen.index);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }
  choose({ group: 0, index: groups[0]!.first });
  return element;
}

function placeField({ last, onWrite }: { last: () => number; onWrite: (index: number) => void }) {
  const problems = problemNote();
  const box = numberBox({
    label: "Número",
    whole: true,
    min: 0,
    get max() {
      return last();
    },
    onWrite,
    problems,
  });
  const element = html`<label class="hand-setting">Número ${box.element}</label>`;
  return { element, problem: problems.element, write: box.write };
}

function describePlace({ name, shape }: WeightGroup, index: number): string {
  const count = sizeOf(shape);
  return `${name} tiene ${formatInteger(count)} números, del 0 al ${formatInteger(count - 1)}. El ${formatInteger(index)} es el de ${placeName(shape, index)}.`;
}

const axes: Readonly<Record<number, readonly string[]>> = {
  1: ["la salida"],
  2: ["la entrada", "la salida"],
  4: ["la fila", "la columna", "el canal", "el filtro"],
};

/** «la fila 0, la columna 2, el canal 0 y el filtro 7»; the last axis moves first. */
export function placeName(shape: readonly number[], index: number): string {
  let rest = index;
  const indices = shape.toReversed().map((size) => {
    const at = rest % size;
    rest = Math.floor(rest / size);
    return at;
  });
  const names = indices
    .toReversed()
    .map((at, axis) => `${axes[shape.length]?.[axis] ?? "el eje"} ${at}`);
  return new Intl.ListFormat("es").format(names);
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
