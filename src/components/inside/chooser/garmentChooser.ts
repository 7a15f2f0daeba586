// Chooses the image that a page puts before the network: one of the test set, a drawing, or a picture. An input
// for `view()`: it dispatches `input` when another is chosen; what is chosen stays until then.
import { html } from "htl";
import { chosenGarment } from "./chosenGarment.js";
import { testPicker, type TestPickerOptions } from "./testPicker.js";
import { drawnPanel } from "../drawing/drawnPanel.js";
import { photoPanel } from "../photo/photoPanel.js";
import type { Garment } from "../../../lib/dataset/garment.js";
import { type Tab, tabs } from "../../parts/tabs.js";

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
  const ways = waysToChoose({ ...options, initial }, choose);
  content.append(tabs("De dónde sale la prenda", ways));
  // The page hears of a garment, not of each field that is changed on the way to it.
  content.addEventListener("input", (event) => {
    event.stopPropagation();
  });
  return Object.defineProperty(element, "value", { get: () => value }) as HTMLElement & {
    value: Garment;
  };
}

/** A garment that is chosen in one way is no longer that of the others. */
function waysToChoose(
  options: Omit<TestPickerOptions, "onPick">,
  choose: (garment: Garment) => void,
): Tab[] {
  const ways: { leave: () => void }[] = [];
  const choosing = (place: number) => (garment: Garment) => {
    choose(garment);
    for (const [i, way] of ways.entries()) if (i !== place) way.leave();
  };
  const chooseTest = choosing(0);
  const picker = testPicker({
    ...options,
    onPick: (index, pixels) => {
      chooseTest({ pixels, index, label: options.labels[index]!, origin: "test" });
    },
  });
  const drawn = drawnPanel(choosing(1));
  const photo = photoPanel(choosing(2), options);
  ways.push(picker, drawn, photo);
  return [
    { label: "De prueba", content: picker.element },
    { label: "Dibujo", content: drawn.element },
    { label: "Foto o archivo", content: photo.element },
  ];
}
