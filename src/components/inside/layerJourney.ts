// The way of an image through the network: all the maps of all its layers, in rows, beside those of another image or of
// another epoch if wanted. One map is chosen, and what is to be seen of it is shown below its row. An input for `view()`:
// its value is the chosen layer and the number of its map, which stay when another image is shown.
import { html } from "htl";
import {
  type JourneyLayer,
  type JourneyNames,
  layerSection,
  type LayerSection,
} from "./layerSection.js";

export interface ChosenUnit {
  /** The layer's name. */
  layer: string;
  /** The number of its filter, map or neuron. */
  unit: number;
}

/** What is shown with an image. */
export interface ShownJourney {
  chosen?: ChosenUnit | undefined;
  names?: JourneyNames | undefined;
}

export type LayerJourney = HTMLElement & {
  /** Undefined until something is chosen. */
  value: ChosenUnit | undefined;
  /** Shows another image in the same rows, or, of another network, in new ones. */
  show: (layers: readonly JourneyLayer[], shown: ShownJourney) => void;
  /** Shows something below the row of the chosen map. */
  reveal: (content: Node) => void;
};

export function layerJourney(
  layers: readonly JourneyLayer[],
  { onChoose, ...shown }: ShownJourney & { onChoose?: (chosen: ChosenUnit) => void } = {},
): LayerJourney {
  const place = html`<div class="journey-detail"></div>`;
  let rows = new Map<string, LayerSection>();
  const tell = (chosen: ChosenUnit | undefined) => {
    result.value = chosen;
    for (const [name, row] of rows) row.choose(name === chosen?.layer ? chosen.unit : -1);
    result.dispatchEvent(new CustomEvent("input", { bubbles: true }));
  };
  const renew = (now: readonly JourneyLayer[], { chosen, names }: ShownJourney) => {
    rows = newRows(now, { chosen, names }, (unit) => {
      tell(unit);
      onChoose?.(unit);
    });
    result.replaceChildren(...rows.values());
    if (place.hasChildNodes()) putDetail();
  };
  const putDetail = () => rows.get(result.value?.layer ?? "")?.append(place);
  const result: LayerJourney = Object.assign(html`<div class="layer-journey"></div>`, {
    value: shown.chosen,
    show(now: readonly JourneyLayer[], { chosen, names }: ShownJourney) {
      const keeps =
        now.length === rows.size &&
        now.every((one) => rows.get(one.layer.name)?.show(one, names) ?? false);
      if (!keeps) renew(now, { chosen, names });
      if (!isSame(chosen, result.value)) tell(chosen);
    },
    reveal(content: Node) {
      place.replaceChildren(content);
      putDetail();
    },
  });
  renew(layers, shown);
  hearOnly(result);
  return result;
}

/** By the names of their layers. */
function newRows(
  layers: readonly JourneyLayer[],
  { chosen, names }: ShownJourney,
  onChoose: (chosen: ChosenUnit) => void,
): Map<string, LayerSection> {
  return new Map(
    layers.map((one) => {
      const layer = one.layer.name;
      const unit = layer === chosen?.layer ? chosen.unit : -1;
      const choose = (picked: number) => {
        onChoose({ layer, unit: picked });
      };
      return [layer, layerSection(one, { chosen: unit, names, onChoose: choose })];
    }),
  );
}

function isSame(one: ChosenUnit | undefined, other: ChosenUnit | undefined): boolean {
  return one?.layer === other?.layer && one?.unit === other?.unit;
}

/** The page hears of a chosen map, not of its radio button. */
function hearOnly(element: HTMLElement): void {
  element.addEventListener(
    "input",
    (event) => {
      if (event.target !== element) event.stopPropagation();
    },
    { capture: true },
  );
}
