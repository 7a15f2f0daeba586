// The way of an image through the network: all the maps of all its layers, one of which is chosen, in rows. An input for
// `view()`: its value is the chosen layer and the number of its map.
import { html } from "htl";
import { mapGallery } from "./mapGallery.js";
import { describeLayer, type LayerGeometry } from "../../lib/network/layerGeometry.js";
import type { LayerMaps } from "../../lib/network/mapOf.js";

export interface ChosenUnit {
  /** The layer's name. */
  layer: string;
  /** The number of its filter, map or neuron. */
  unit: number;
}

export interface JourneyLayer {
  layer: LayerGeometry;
  maps: LayerMaps;
}

export interface LayerJourneyOptions {
  chosen: ChosenUnit;
  onChoose?: (chosen: ChosenUnit) => void;
}

export function layerJourney(
  layers: readonly JourneyLayer[],
  { chosen, onChoose }: LayerJourneyOptions,
): HTMLElement & { value: ChosenUnit } {
  const element = html`<div class="layer-journey"></div>`;
  const result = Object.assign(element, { value: chosen });
  const pickers = layers.map(({ layer: { name }, maps }) =>
    mapGallery(maps, {
      name,
      chosen: name === chosen.layer ? chosen.unit : -1,
      onChoose(unit) {
        for (const [i, picker] of pickers.entries())
          if (layers[i]!.layer.name !== name) clear(picker);
        result.value = { layer: name, unit };
        onChoose?.(result.value);
        element.dispatchEvent(new CustomEvent("input", { bubbles: true }));
      },
    }),
  );
  element.append(
    ...layers.map(({ layer, maps: { shape } }, i) => {
      const [, H, W, C] = shape;
      const size = H * W === 1 ? `${C} números` : `${C} mapas de ${H} × ${W}`;
      return html`<section>
        <p class="figure-label">
          <strong>${layer.name}</strong> · ${describeLayer(layer)}: ${size}
        </p>
        ${pickers[i]!}
      </section>`;
    }),
  );
  element.addEventListener("change", (event) => {
    event.stopPropagation();
  });
  return result;
}

function clear(picker: HTMLElement): void {
  const checked = picker.querySelector<HTMLInputElement>("input:checked");
  if (checked) checked.checked = false;
}
