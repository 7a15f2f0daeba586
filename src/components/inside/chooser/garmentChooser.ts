// Chooses the image that a page puts before the network. An input for `view()`: it dispatches `input` when
// another is chosen; what is chosen stays until then.
import { html } from "htl";
import { chosenGarment } from "./chosenGarment.js";
import { testPicker, type TestPickerOptions } from "./testPicker.js";
import type { Garment } from "../../../lib/dataset/garment.js";

export interface GarmentChooserOptions extends Omit<TestPickerOptions, "initial" | "onPick"> {
  /** Number of a test image. */
  initial?: number;
  /** Called with each garment that the reader chooses, and with one of a link once it is here. */
  onChoose?: (garment: Garment) => void;
}

/**
 * The chooser. It begins with a test image: if `initial` is not among those that are here, with the first
 * one while the whole set arrives.
 */
export function garmentChooser({
  initial = 0,
  onChoose,
  ...options
}: GarmentChooserOptions): HTMLElement & { value: Garment } {
  const chosen = chosenGarment(options);
  const content = html`<div>${chosen.element}</div>`;
  const element = html`<div class="garment-chooser" role="group" aria-label="Elegir prenda">
    ${content}
  </div>`;
  let value: Garment | undefined;
  function choose(garment: Garment): void {
    const isFirst = value === undefined;
    value = garment;
    chosen.show(garment);
    if (isFirst) return;
    element.dispatchEvent(new CustomEvent("input", { bubbles: true }));
    onChoose?.(garment);
  }
  const picker = testPicker({
    ...options,
    initial,
    onPick: (index, pixels) => {
      choose({ pixels, index, label: options.labels[index]!, origin: "test" });
    },
  });
  content.append(picker.element);
  // The page hears of a garment, not of each field that is changed on the way to it.
  content.addEventListener("input", (event) => {
    event.stopPropagation();
  });
  return Object.defineProperty(element, "value", { get: () => value }) as HTMLElement & {
    value: Garment;
  };
}
