// All the maps that a layer makes of an image, one a filter, one of which is chosen. Those that are never below zero
// go from black to white, as images do; others have a colour for each sign.
import { signedCanvas } from "./signedCanvas.js";
import { unitPicker, type UnitPickerOptions } from "./unitPicker.js";
import { imageCanvas } from "../parts/imageCanvas.js";
import { extentOf } from "../../lib/network/filterBank.js";
import { type LayerMaps, mapOf } from "../../lib/network/mapOf.js";
import { formatDecimal } from "../../lib/text/format.js";

export interface MapGalleryOptions extends Pick<UnitPickerOptions, "chosen" | "onChoose"> {
  /** The layer's name. */
  name: string;
  /** The number that is white; left out: the greatest of all. */
  extent?: number;
}

export function mapGallery(
  maps: LayerMaps,
  { name, chosen, onChoose, extent = extentOf(maps.values) }: MapGalleryOptions,
): HTMLElement {
  const isSigned = hasNegative(maps.values);
  const units = Array.from({ length: maps.shape[3] }, (_, channel) => {
    const map = mapOf(maps, channel);
    return {
      picture: mapCanvas(map, { width: maps.shape[2], extent, isSigned }),
      caption: String(channel),
      label: `Mapa ${channel}: ${describeMap(map)}`,
    };
  });
  return unitPicker(units, { label: `Mapas de ${name}`, chosen, onChoose });
}

/** A map in the colours of its layer. */
export function mapCanvas(
  map: ArrayLike<number>,
  { width, extent, isSigned }: { width: number; extent: number; isSigned: boolean },
): HTMLCanvasElement {
  return isSigned
    ? signedCanvas(map, { width, extent })
    : imageCanvas(map, { width, domain: [0, extent || 1] });
}

export function hasNegative(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (values[i]! < 0) return true;
  return false;
}

function describeMap(map: Float32Array): string {
  const most = Math.max(...map);
  if (most === 0 && Math.min(...map) === 0) return "todo a cero";
  const lit = map.filter((value) => value > 0).length;
  return `llega a ${formatDecimal(most, 2)}, encendido en ${lit} de ${map.length} sitios`;
}
