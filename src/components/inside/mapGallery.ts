// All the maps that a layer makes of an image, one a filter, one of which is chosen. Those that are never below zero
// go from black to white, as images do; others have a colour for each sign.
import { html } from "htl";
import { inkOn, signedCanvas, signedColor } from "./signedCanvas.js";
import { unitList } from "./unitList.js";
import { type Unit, unitPicker, type UnitPickerOptions } from "./unitPicker.js";
import { imageCanvas } from "../parts/imageCanvas.js";
import { extentOf } from "../../lib/network/instruments/filterBank.js";
import { type LayerMaps, mapOf } from "../../lib/network/instruments/mapOf.js";
import { formatDecimal } from "../../lib/text/format.js";

export interface MapGalleryOptions extends Pick<UnitPickerOptions, "chosen" | "onChoose"> {
  /** The layer's name. */
  name: string;
  /** The number that has the full colour; left out: the greatest of all. */
  extent?: number;
}

export function mapGallery(
  maps: LayerMaps,
  { name, chosen, onChoose, extent = extentOf(maps.values) }: MapGalleryOptions,
): HTMLElement {
  return unitPicker(mapPictures(maps, extent), { label: `Mapas de ${name}`, chosen, onChoose });
}

/** The maps of another image or epoch beside them, to be looked at only. */
export function mapList(maps: LayerMaps, { label, extent }: { label: string; extent: number }) {
  return unitList(mapPictures(maps, extent), { label });
}

function mapPictures(maps: LayerMaps, extent: number): Unit[] {
  const [, H, W, C] = maps.shape;
  const isSigned = hasNegative(maps.values);
  return Array.from({ length: C }, (_, channel) => {
    const map = mapOf(maps, channel);
    const isFlat = H * W === 1;
    return {
      picture: isFlat
        ? numberCell(map[0]!, extent)
        : mapCanvas(map, { width: W, extent, isSigned }),
      caption: String(channel),
      label: isFlat
        ? `Neurona ${channel}: ${formatDecimal(map[0]!, 2)}`
        : `Mapa ${channel}: ${describeMap(map)}`,
    };
  });
}

/** A number on its colour. */
function numberCell(value: number, extent: number): HTMLElement {
  const [red, green, blue] = signedColor(value, extent);
  const cell = html`<span class="number-cell">${formatDecimal(value, 2)}</span>`;
  cell.style.background = `rgb(${red} ${green} ${blue})`;
  cell.style.color = inkOn(value, extent);
  return cell;
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
