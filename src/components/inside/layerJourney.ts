// The way of an image through the network: all the maps of all its layers, in rows, beside those of another image or of
// another epoch if wanted. One map is chosen, and what is to be seen of it is shown below its row. An input for `view()`:
// its value is the chosen layer and the number of its map.
import { html } from "htl";
import { mapGallery, mapList } from "./mapGallery.js";
import { extentOf } from "../../lib/network/instruments/filterBank.js";
import { describeLayer, type LayerGeometry } from "../../lib/network/instruments/layerGeometry.js";
import type { LayerMaps } from "../../lib/network/instruments/mapOf.js";

export interface ChosenUnit {
  /** The layer's name. */
  layer: string;
  /** The number of its filter, map or neuron. */
  unit: number;
}

export interface JourneyLayer {
  layer: LayerGeometry;
  maps: LayerMaps;
  /** What the layer gives for what is compared with it. */
  other?: LayerMaps | undefined;
}

export interface LayerJourneyOptions {
  chosen: ChosenUnit;
  /** What each row is of, where two are compared. */
  names?: readonly [own: string, other: string];
  onChoose?: (chosen: ChosenUnit) => void;
}

export type LayerJourney = HTMLElement & {
  value: ChosenUnit;
  /** Shows something below the row of the chosen map. */
  reveal: (content: Node) => void;
};

export function layerJourney(
  layers: readonly JourneyLayer[],
  { chosen, names, onChoose }: LayerJourneyOptions,
): LayerJourney {
  const place = html`<div class="journey-detail"></div>`;
  const result = Object.assign(html`<div class="layer-journey"></div>`, {
    value: chosen,
    reveal(content: Node) {
      place.replaceChildren(content);
      sectionOf(result.value.layer)?.append(place);
    },
  });
  const sections = layers.map((one) =>
    layerSection(one, { chosen, names }, (unit) => {
      const { name } = one.layer;
      for (const [i, section] of sections.entries()) {
        if (layers[i]!.layer.name !== name) uncheck(section);
      }
      result.value = { layer: name, unit };
      onChoose?.(result.value);
      result.dispatchEvent(new CustomEvent("input", { bubbles: true }));
    }),
  );
  const sectionOf = (name: string) =>
    sections[layers.findIndex(({ layer }) => layer.name === name)];
  result.append(...sections);
  // The page hears of a chosen map, not of its radio button.
  result.addEventListener(
    "input",
    (event) => {
      if (event.target !== result) event.stopPropagation();
    },
    { capture: true },
  );
  return result;
}

function layerSection(
  { layer, maps, other }: JourneyLayer,
  { chosen, names }: Omit<LayerJourneyOptions, "onChoose">,
  onChoose: (unit: number) => void,
): HTMLElement {
  const { name } = layer;
  const [, H, W, C] = maps.shape;
  const size = H * W === 1 ? `${C} números` : `${C} mapas de ${H} × ${W}`;
  const extent = Math.max(extentOf(maps.values), other ? extentOf(other.values) : 0);
  const own = mapGallery(maps, {
    name,
    chosen: name === chosen.layer ? chosen.unit : -1,
    extent,
    onChoose,
  });
  const label = (text: string | undefined) =>
    text === undefined || !other ? null : html`<p class="figure-label">${text}</p>`;
  return html`<section>
    <p class="figure-label"><strong>${name}</strong> · ${describeLayer(layer)}: ${size}</p>
    ${label(names?.[0])}${own}
    ${other ? [label(names?.[1]), mapList(other, { label: `Mapas de ${name}: ${names?.[1] ?? "la otra"}`, extent })] : null}
  </section>`;
}

function uncheck(section: HTMLElement): void {
  const checked = section.querySelector<HTMLInputElement>("input:checked");
  if (checked) checked.checked = false;
}
