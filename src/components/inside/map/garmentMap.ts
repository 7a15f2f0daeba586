// The map of the test images: each is a point, and a picture of itself once the images are here and few are in sight.
// An input for `view()`: its value is the number of the chosen image, null while there is none.
import { initialMap, type MapEvent, mapMachine } from "./mapMachine.js";
import type { Cloud } from "./mapLayout.js";
import { mapPanel } from "./mapPanel.js";
import type { ImageSet } from "../../../lib/dataset/dataset.js";
import type { Evaluation } from "../../../lib/network/metrics.js";

/** What a map shows at a time; the next may be of another epoch. */
export interface MapContent extends Cloud {
  evaluation: Evaluation;
  /** The part of the variance along each axis, 0–1, [k]; left out: the axes mean nothing. */
  shares?: readonly number[];
  images?: ImageSet | undefined;
  atlas?: ImageBitmap | undefined;
}

export interface GarmentMapOptions {
  /** What it is a map of, for who does not see it. */
  label: string;
  /** [N]. */
  labels: Uint8Array;
  names: readonly string[];
  /** Number of the image that is chosen to begin with. */
  initial?: number | undefined;
  onChoose?: (index: number) => void;
  /** Where more is told of an image. */
  linkOf?: (index: number) => string;
  /** The cell's: the map then follows the theme no more. */
  invalidation?: Promise<unknown>;
}

export type GarmentMap = HTMLElement & {
  value: number | null;
  show: (content: MapContent) => void;
  /** As if the reader had: it dispatches `input`, unless that image is chosen already. */
  choose: (index: number) => void;
};

/** A map without points, until it is told to show some. */
export function garmentMap(options: GarmentMapOptions): GarmentMap {
  let state = initialMap(options.initial);
  let content: MapContent | undefined;
  let isNew = true;
  const panel = mapPanel(options, { send, pick });

  function send(event: MapEvent): void {
    state = mapMachine(state, event);
    if (content) panel.show(content, state, { moving: false });
  }
  function pick(image: number, { lead = false }: { lead?: boolean } = {}): void {
    send({ type: "chosen", image });
    if (lead) panel.goTo(image);
    options.onChoose?.(image);
    panel.element.dispatchEvent(new CustomEvent("input", { bubbles: true }));
  }
  // The page hears of an image, not of each field.
  panel.content.addEventListener("input", (event) => {
    event.stopPropagation();
  });
  return Object.defineProperties(panel.element, {
    value: { get: () => state.chosen },
    show: {
      value(next: MapContent) {
        content = next;
        panel.show(next, state, { moving: !isNew });
        if (isNew && state.chosen !== null) panel.goTo(state.chosen);
        isNew = false;
      },
    },
    choose: {
      value(image: number) {
        if (image !== state.chosen) pick(image);
      },
    },
  }) as GarmentMap;
}

/** What is chosen on one of two maps is chosen on the other. */
export function linkMaps(one: GarmentMap, other: GarmentMap): void {
  const follow = (from: GarmentMap, to: GarmentMap) => {
    from.addEventListener("input", () => {
      if (from.value !== null) to.choose(from.value);
    });
  };
  follow(one, other);
  follow(other, one);
}
