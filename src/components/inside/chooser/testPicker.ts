// Picks an image of the test set: by its number, one after another, or from a strip of those that the
// fields ask for. The first ones are there; the rest comes when the reader asks for it.
import { html } from "htl";
import { describeImage, type NamedImages, shortMark } from "./describeImage.js";
import { imageNumberField } from "./imageNumberField.js";
import { imageStrip } from "./imageStrip.js";
import { initialPicker, type PickerEvent, pickerMachine, tallyText } from "./pickerMachine.js";
import { selectionFields } from "./selectionFields.js";
import { type ImageSet, imageAt } from "../../../lib/dataset/dataset.js";
import { formatInteger } from "../../../lib/text/format.js";
import { type Load, loadPanel } from "../../data/loadPanel.js";
import { panelButton } from "../../parts/buttons/panelButton.js";
import { writeText } from "../../parts/writeText.js";

export interface TestPickerOptions extends NamedImages {
  /** The first images of the test set. */
  test: ImageSet;
  loadAll: Load<ImageSet>;
  /** Of that download. */
  sizeBytes: number;
  /** The number to begin with; one that is not here yet is downloaded at once. */
  initial: number;
  onPick: (index: number, pixels: Uint8Array) => void;
  invalidation: Promise<unknown>;
}

export interface TestPicker {
  element: HTMLElement;
  /** The garment comes from elsewhere now: none of these is marked. */
  leave: () => void;
}

/** Calls `onPick` before it returns, with the initial image or, until that is here, the first. */
export function testPicker(options: TestPickerOptions): TestPicker {
  let images = options.test;
  let state = initialPicker(options, images.count, options.initial);

  function send(event: PickerEvent): void {
    const before = state;
    state = pickerMachine(state, event);
    show({ fromStart: event.type === "selected" });
    if (state.isChosen && !(before.isChosen && before.current === state.current)) tellPick();
  }
  function tellPick(): void {
    options.onPick(state.current, imageAt(images, state.current));
  }
  const parts = pickerParts(options, { send, pixelsOf: (index) => imageAt(images, index) });
  function show({ fromStart }: { fromStart: boolean }): void {
    parts.number.show(state);
    parts.strip.show(state.offered, state.isChosen ? state.current : undefined, { fromStart });
    writeText(parts.tally, tallyText(state));
  }
  const download = wholeSetPanel(options, { atOnce: state.awaited !== undefined });
  download.addEventListener("input", () => {
    images = download.value!;
    send({ type: "arrived" });
  });
  show({ fromStart: false });
  tellPick();
  return {
    element: html`<div>${parts.elements}${download}</div>`,
    leave() {
      send({ type: "left" });
    },
  };
}

interface PickerHands {
  send: (event: PickerEvent) => void;
  pixelsOf: (index: number) => Uint8Array;
}

function pickerParts(options: TestPickerOptions, { send, pixelsOf }: PickerHands) {
  const fields = selectionFields({
    names: options.names,
    hasOutcomes: options.evaluation !== undefined,
    onChange: (selection) => {
      send({ type: "selected", selection });
    },
    onDraw: (selection) => {
      send({ type: "drawn", selection });
    },
  });
  const number = imageNumberField(options.labels.length, (text) => {
    send({ type: "typed", text });
  });
  const strip = imageStrip({
    label: "Imágenes de prueba: las flechas las recorren, Intro elige",
    pixelsOf,
    describe: (index) => ({
      label: describeImage(options, index),
      mark: shortMark(options, index),
    }),
    onPick: (index) => {
      send({ type: "picked", index });
    },
  });
  const stepButton = (label: string, step: 1 | -1) =>
    panelButton(label, () => {
      send({ type: "stepped", step });
    });
  const steps = html`<div class="figure-controls image-steps">
    ${number.element}${stepButton("Anterior", -1)}${stepButton("Siguiente", 1)}
  </div>`;
  const tally = html`<p class="figure-label" role="status"></p>`;
  return { number, strip, tally, elements: [fields, steps, number.problem, strip.element, tally] };
}

function wholeSetPanel(
  { loadAll, labels, sizeBytes, invalidation }: TestPickerOptions,
  { atOnce }: { atOnce: boolean },
) {
  return loadPanel(loadAll, {
    label: `Descargar las ${formatInteger(labels.length)}`,
    sizeBytes,
    describe: ({ count }) => `Ya puedes elegir entre las ${formatInteger(count)}.`,
    atOnce,
    invalidation,
  });
}
