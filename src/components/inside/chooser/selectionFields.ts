// The fields that say which images of the test set are offered, and in which order.
import { html } from "htl";
import { DOUBTFUL_BELOW, everyImage, type Outcome, type TestSelection } from "./testSelection.js";
import { formatPercent } from "../../../lib/text/format.js";
import { parseNumber, typedNumber } from "../../../lib/text/parseNumber.js";
import { panelButton } from "../../parts/buttons/panelButton.js";

const FIRST_SEED = 42;
const SEED_LIMIT = 2 ** 32;

export interface SelectionFieldsOptions {
  /** Of the classes, in their order. */
  names: readonly string[];
  /** Whether it is known what the network answers to each. */
  hasOutcomes: boolean;
  onChange: (selection: TestSelection) => void;
  /** A shuffle was asked for, to take its first. */
  onDraw: (selection: TestSelection) => void;
}

export function selectionFields({
  names,
  hasOutcomes,
  onChange,
  onDraw,
}: SelectionFieldsOptions): HTMLElement {
  let selection = everyImage;
  const order = orderFields((seed, { draw }) => {
    selection = { ...selection, seed };
    (draw ? onDraw : onChange)(selection);
  });
  const classes = select(
    [["", "todas"], ...names.map((name, i): [string, string] => [String(i), name])],
    (value) => {
      selection = { ...selection, classIndex: value === "" ? undefined : Number(value) };
      onChange(selection);
    },
  );
  const outcomes = select(outcomeNames, (value) => {
    selection = { ...selection, outcome: value as Outcome };
    onChange(selection);
  });
  return html`<div class="selection-fields">
    <label>Clase ${classes}</label>
    ${hasOutcomes ? html`<label>Cuáles ${outcomes}</label>` : null}${order}
  </div>`;
}

const outcomeNames: [Outcome, string][] = [
  ["any", "todas"],
  ["right", "aciertos"],
  ["wrong", "errores"],
  ["doubtful", `dudosas (menos del ${formatPercent(DOUBTFUL_BELOW, 0)})`],
];

const orderNames: [string, string][] = [
  ["number", "por número"],
  ["shuffled", "al azar"],
];

/** By number or by a seed. The button asks for one at random; pressed again, with the next seed. */
function orderFields(
  onOrder: (seed: number | undefined, options: { draw: boolean }) => void,
): Node[] {
  let isShuffled = false;
  const seed = seedField((typed) => {
    onOrder(typed, { draw: false });
  });
  const show = (shuffled: boolean) => {
    isShuffled = shuffled;
    order.value = shuffled ? "shuffled" : "number";
    seed.element.hidden = !shuffled;
  };
  const order = select(orderNames, (value) => {
    show(value === "shuffled");
    onOrder(isShuffled ? seed.read() : undefined, { draw: false });
  });
  const draw = panelButton("Una al azar", () => {
    if (isShuffled) seed.write((seed.read() + 1) % SEED_LIMIT);
    show(true);
    onOrder(seed.read(), { draw: true });
  });
  show(false);
  return [html`<label>Orden ${order}</label>`, seed.element, draw];
}

function select(
  options: readonly [value: string, text: string][],
  onChoice: (value: string) => void,
): HTMLSelectElement {
  const element = html`<select>
    ${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
  </select>` as HTMLSelectElement;
  element.onchange = () => {
    onChoice(element.value);
  };
  return element;
}

/** What is no seed is put back. */
function seedField(onSeed: (seed: number) => void) {
  let seed = FIRST_SEED;
  const input = html`<input
    class="short-number"
    inputmode="numeric"
    autocomplete="off"
    value=${typedNumber(seed)}
  />` as HTMLInputElement;
  const write = (next: number) => {
    seed = next;
    input.value = typedNumber(seed);
  };
  input.onchange = () => {
    const typed = parseNumber(input.value, { whole: true });
    const isSeed = Number.isInteger(typed) && typed >= 0 && typed < SEED_LIMIT;
    write(isSeed ? typed : seed);
    if (isSeed) onSeed(seed);
  };
  return { element: html`<label>Semilla ${input}</label>`, read: () => seed, write };
}
