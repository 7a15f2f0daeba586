// Chooses an epoch of a run, from 0 on, by hand or played like a film. An input for `view()`: its value is the epoch.
import { html } from "htl";
import { filmButton } from "./filmButton.js";
import { formatNumber } from "../../lib/text/format.js";

export interface EpochSliderOptions {
  /** In order. */
  epochs: readonly number[];
  initial?: number;
  label?: string;
  /** What is said of an epoch beside its number: «88,1 %». */
  describe?: (epoch: number) => string | undefined;
  onChoose?: (epoch: number) => void;
  /** Resolves when all that hangs on the epoch is drawn: the film goes on then. Left out: at once. */
  ready?: () => Promise<unknown>;
}

/** The slider; it dispatches `input` when another epoch is chosen. */
export function epochSlider(options: EpochSliderOptions): HTMLElement & { value: number } {
  const { epochs, initial, label = "Época", onChoose, ready } = options;
  const last = epochs.length - 1;
  const range = rangeInput(label, last);
  const output = html`<output></output>`;
  const element = html`<div class="epoch-slider" role="group" aria-label=${label}></div>`;
  const result = Object.assign(element, { value: epochs[last]! });

  function show(place: number): void {
    result.value = epochs[place]!;
    range.value = String(place);
    output.textContent = textOf(result.value, options);
    range.setAttribute("aria-valuetext", output.textContent);
  }
  function choose(place: number): void {
    show(place);
    onChoose?.(result.value);
    element.dispatchEvent(new CustomEvent("input", { bubbles: true }));
  }
  range.addEventListener("input", (event) => {
    event.stopPropagation();
    choose(range.valueAsNumber);
  });
  // Of one epoch there is nothing to choose.
  if (last > 0) element.append(filmOver(range, { last, choose, ready }), range);
  element.append(output);
  const found = initial === undefined ? last : epochs.indexOf(initial);
  show(found < 0 ? last : found);
  if (found < 0) element.append(missingNote(initial!, epochs[last]!));
  return result;
}

/** Of an epoch that a link asks for and the run does not have. */
function missingNote(wanted: number, shown: number): HTMLElement {
  return html`<p class="figure-label">
    El enlace pide la época ${formatNumber(wanted)}, y este entrenamiento no la guarda: ves la
    ${formatNumber(shown)}.
  </p>`;
}

/** «Época 3 · 81,2 %». */
function textOf(epoch: number, { label = "Época", describe }: EpochSliderOptions): string {
  const said = describe?.(epoch);
  return `${label} ${formatNumber(epoch)}${said === undefined ? "" : ` · ${said}`}`;
}

function filmOver(
  range: HTMLInputElement,
  {
    last,
    choose,
    ready,
  }: Pick<EpochSliderOptions, "ready"> & { last: number; choose: (place: number) => void },
): HTMLElement {
  return filmButton({
    label: "Ver cómo aprende",
    stepLabel: "Época siguiente",
    ready,
    step() {
      const place = range.valueAsNumber;
      if (place < last) choose(place + 1);
      return place < last;
    },
    rewind() {
      if (range.valueAsNumber === last) choose(0);
    },
  });
}

function rangeInput(label: string, last: number): HTMLInputElement {
  return html`<input
    type="range"
    min="0"
    max=${last}
    disabled=${last === 0}
    step="1"
    aria-label=${label}
  />` as HTMLInputElement;
}
