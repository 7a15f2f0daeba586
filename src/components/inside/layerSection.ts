// A row of the journey: all the maps that one layer makes of an image, and below, if wanted, those that it makes of what
// is compared with it.
import { html } from "htl";
import { mapGallery, mapList } from "./mapGallery.js";
import { extentOf } from "../../lib/network/instruments/filterBank.js";
import { describeLayer, type LayerGeometry } from "../../lib/network/instruments/layerGeometry.js";
import type { LayerMaps } from "../../lib/network/instruments/mapOf.js";

export interface JourneyLayer {
  layer: LayerGeometry;
  maps: LayerMaps;
  /** What the layer gives for what is compared with it. */
  other?: LayerMaps | undefined;
}

/** What each row is of, where two are compared. */
export type JourneyNames = readonly [own: string, other: string];

export type LayerSection = HTMLElement & {
  /** Shows what the layer gives for another image, if the row has the places for it; says whether it has. */
  show: (shown: JourneyLayer, names: JourneyNames | undefined) => boolean;
  /** Without telling anybody; −1: none. */
  choose: (unit: number) => void;
};

export function layerSection(
  { layer, maps, other }: JourneyLayer,
  {
    chosen,
    names = ["", "la otra"],
    onChoose,
  }: { chosen: number; names?: JourneyNames | undefined; onChoose: (unit: number) => void },
): LayerSection {
  const { name } = layer;
  const [, H, W, C] = maps.shape;
  const size = H * W === 1 ? `${C} números` : `${C} mapas de ${H} × ${W}`;
  const extent = extentOfBoth(maps, other);
  const own = mapGallery(maps, { name, chosen, extent, onChoose });
  const label = (text: string) => `Mapas de ${name}: ${text}`;
  const compared = other && mapList(other, { label: label(names[1]), extent });
  const titles = names.map((text) => html`<p class="figure-label">${text}</p>`);
  const section = html`<section>
    <p class="figure-label"><strong>${name}</strong> · ${describeLayer(layer)}: ${size}</p>
    ${compared ? [titles[0], own, titles[1], compared] : own}
  </section>`;
  return Object.assign(section, {
    choose: own.choose,
    show(shown: JourneyLayer, [first, second]: JourneyNames = names) {
      if (placesOf(shown) !== placesOf({ layer, maps, other })) return false;
      const most = extentOfBoth(shown.maps, shown.other);
      own.show(shown.maps, most);
      if (compared && shown.other) {
        compared.show(shown.other, most);
        compared.setAttribute("aria-label", label(second));
        titles[0]!.textContent = first;
        titles[1]!.textContent = second;
      }
      return true;
    },
  });
}

function extentOfBoth(maps: LayerMaps, other: LayerMaps | undefined): number {
  return Math.max(extentOf(maps.values), other ? extentOf(other.values) : 0);
}

/** What the row has places for: the same words, the same row. */
function placesOf({ layer, maps, other }: JourneyLayer): string {
  return JSON.stringify([layer.name, describeLayer(layer), maps.shape, other?.shape]);
}
