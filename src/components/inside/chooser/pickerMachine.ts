// What a picker of test images knows, and what leads from one state to another. Pure: testPicker sends the
// events and shows the state.
import { checkImageNumber, readImageNumber } from "./imageNumber.js";
import {
  DOUBTFUL_BELOW,
  everyImage,
  type KnownImages,
  neighbour,
  selectImages,
  type TestSelection,
} from "./testSelection.js";
import { formatInteger, formatPercent } from "../../../lib/text/format.js";

export interface PickerState {
  known: KnownImages;
  /** How many images are here: the first so many. */
  here: number;
  selection: TestSelection;
  /** Indices of those that are here and asked for. */
  offered: Uint32Array;
  /** Index of the last that was picked. */
  current: number;
  /** Whether that is the garment now; it may come from elsewhere. */
  isChosen: boolean;
  /** Index of one that is to be picked when it is here. */
  awaited: number | undefined;
  /** Why what was asked for is not there, in Spanish; else empty. */
  problem: string;
}

export type PickerEvent =
  | { type: "typed"; text: string }
  | { type: "picked"; index: number }
  | { type: "stepped"; step: 1 | -1 }
  | { type: "selected"; selection: TestSelection }
  /** A shuffle of which the first is to be picked. */
  | { type: "drawn"; selection: TestSelection }
  /** All the images are here. */
  | { type: "arrived" }
  /** The garment comes from elsewhere now. */
  | { type: "left" };

/** @param initial number of the image to begin with; while it is not here the first stands in for it */
export function initialPicker(known: KnownImages, here: number, initial: number): PickerState {
  const state: PickerState = {
    known,
    here,
    selection: everyImage,
    offered: selectImages(known, everyImage, here),
    current: 0,
    isChosen: true,
    awaited: undefined,
    problem: "",
  };
  return asked(state, checkImageNumber(initial, known.labels.length));
}

/** The state after the event. */
export function pickerMachine(state: PickerState, event: PickerEvent): PickerState {
  switch (event.type) {
    case "typed":
      return asked(state, readImageNumber(event.text, state.known.labels.length));
    case "picked":
      return asked(state, event);
    case "stepped": {
      const shuffled = state.selection.seed !== undefined;
      const next = neighbour(state.offered, state.current, { step: event.step, shuffled });
      return next === undefined ? state : asked(state, { index: next });
    }
    case "selected":
      return offering({ ...state, selection: event.selection });
    case "drawn": {
      const shuffled = offering({ ...state, selection: event.selection });
      const first = shuffled.offered[0];
      return first === undefined ? shuffled : asked(shuffled, { index: first });
    }
    case "arrived": {
      const whole = offering({ ...state, here: state.known.labels.length });
      return whole.awaited === undefined ? whole : asked(whole, { index: whole.awaited });
    }
    case "left":
      return { ...state, isChosen: false };
  }
}

function offering(state: PickerState): PickerState {
  return { ...state, offered: selectImages(state.known, state.selection, state.here) };
}

function asked(state: PickerState, request: { index: number } | { problem: string }): PickerState {
  if ("problem" in request) return { ...state, problem: request.problem };
  const { index } = request;
  if (index < state.here) {
    return { ...state, current: index, isChosen: true, awaited: undefined, problem: "" };
  }
  const problem = `La imagen ${formatInteger(index)} no está entre las ${formatInteger(state.here)} primeras: descárgalas todas y quedará elegida.`;
  return { ...state, awaited: index, problem };
}

/** «23 de las 200 primeras imágenes de prueba». */
export function tallyText({ offered, here, known, selection }: PickerState): string {
  const all = known.labels.length;
  const among = here < all ? `las ${formatInteger(here)} primeras` : `las ${formatInteger(all)}`;
  const count = offered.length === 0 ? "Ninguna" : formatInteger(offered.length);
  const verb = offered.length === 0 ? " es así" : "";
  const doubtful =
    selection.outcome === "doubtful"
      ? ` Son dudosas si la red da menos de un ${formatPercent(DOUBTFUL_BELOW, 0)} a su respuesta.`
      : "";
  return `${count} de ${among} imágenes de prueba${verb}.${doubtful}`;
}
