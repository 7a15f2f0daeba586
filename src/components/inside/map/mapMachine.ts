// What a map shows besides its points: their colours, what is called for, marked and chosen. Pure.
import type { ColourMode } from "./mapColours.js";
import { type Axes, firstAxes } from "./mapLayout.js";

export interface MapState {
  axes: Axes;
  mode: ColourMode;
  /** The only group that is shown in colour; undefined: all are. */
  called: number | undefined;
  /** In the order of the numbers. */
  marked: Uint32Array;
  chosen: number | null;
}

export type MapEvent =
  | { type: "turned"; axes: Axes }
  | { type: "coloured"; mode: ColourMode }
  | { type: "called"; group: number | undefined }
  | { type: "marked"; images: Uint32Array }
  | { type: "chosen"; image: number };

export function initialMap(chosen: number | undefined): MapState {
  return {
    axes: firstAxes,
    mode: "class",
    called: undefined,
    marked: new Uint32Array(),
    chosen: chosen ?? null,
  };
}

export function mapMachine(state: MapState, event: MapEvent): MapState {
  switch (event.type) {
    case "turned":
      return { ...state, axes: event.axes };
    case "coloured": // other colours, other groups
      return { ...state, mode: event.mode, called: undefined };
    case "called":
      return { ...state, called: event.group };
    case "marked":
      return { ...state, marked: event.images };
    case "chosen":
      return { ...state, chosen: event.image };
  }
}
