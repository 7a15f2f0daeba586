// All the maps that a layer makes of an image, one a filter, one of which is chosen.
import { mapPictures } from "./mapPictures.js";
import { unitList } from "./unitList.js";
import { type UnitPicker, unitPicker, type UnitPickerOptions } from "./unitPicker.js";
import { extentOf } from "../../lib/network/instruments/filterBank.js";
import type { LayerMaps } from "../../lib/network/instruments/mapOf.js";

export interface MapGalleryOptions extends Pick<UnitPickerOptions, "chosen" | "onChoose"> {
  /** The layer's name. */
  name: string;
  /** The number that has the full colour; left out: the greatest of all. */
  extent?: number;
}

interface ShowsMaps {
  /** Shows the layer's maps of another image. */
  show: (maps: LayerMaps, extent: number) => void;
}

export type MapGallery = HTMLElement & ShowsMaps & Pick<UnitPicker, "choose">;
export type MapList = HTMLElement & ShowsMaps;

export function mapGallery(
  maps: LayerMaps,
  { name, chosen, onChoose, extent = extentOf(maps.values) }: MapGalleryOptions,
): MapGallery {
  const pictures = mapPictures(maps, extent);
  const picker = unitPicker(pictures.units, { label: `Mapas de ${name}`, chosen, onChoose });
  return Object.assign(picker, {
    show(shown: LayerMaps, most: number) {
      picker.relabel(pictures.show(shown, most));
    },
  });
}

/** The maps of another image or epoch beside them, to be looked at only. */
export function mapList(
  maps: LayerMaps,
  { label, extent }: { label: string; extent: number },
): MapList {
  const pictures = mapPictures(maps, extent);
  const list = unitList(pictures.units, { label });
  return Object.assign(list, {
    show(shown: LayerMaps, most: number) {
      list.relabel(pictures.show(shown, most));
    },
  });
}
