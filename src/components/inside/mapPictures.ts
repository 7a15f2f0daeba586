// The pictures of a layer's maps, one a filter, which show the maps of one image after another. Maps that are never
// below zero go from black to white, as images do; others have a colour for each sign.
import { html } from "htl";
import { inkOn, paintSigned, signedColor } from "./signedCanvas.js";
import type { Unit } from "./unitPicker.js";
import { paintImage } from "../parts/imageCanvas.js";
import { labelledCanvas } from "../parts/labelledCanvas.js";
import { type LayerMaps, mapOf } from "../../lib/network/instruments/mapOf.js";
import { formatDecimal } from "../../lib/text/format.js";

export interface MapPictures {
  units: Unit[];
  /** Shows other maps of the same shape; returns what is to be seen on each. */
  show: (maps: LayerMaps, extent: number) => string[];
}

export interface MapPalette {
  /** The number that has the full colour. */
  extent: number;
  /** Whether any of the layer's numbers is below zero. */
  isSigned: boolean;
}

interface MapPicture {
  element: HTMLElement;
  show: (map: Float32Array, palette: MapPalette) => string;
}

export function mapPictures(maps: LayerMaps, extent: number): MapPictures {
  const [, H, W, C] = maps.shape;
  const pictures = Array.from({ length: C }, (_, channel) =>
    H * W === 1 ? numberPicture(channel) : mapPicture(channel, { height: H, width: W }),
  );
  const show: MapPictures["show"] = (shown, most) => {
    const palette = { extent: most, isSigned: hasNegative(shown.values) };
    return pictures.map((picture, channel) => picture.show(mapOf(shown, channel), palette));
  };
  const labels = show(maps, extent);
  const units = pictures.map(({ element: picture }, channel) => ({
    picture,
    caption: String(channel),
    label: labels[channel]!,
  }));
  return { units, show };
}

/** A number on its colour. */
function numberPicture(channel: number): MapPicture {
  const element = html`<span class="number-cell"></span>`;
  return {
    element,
    show([value], { extent }) {
      const [red, green, blue] = signedColor(value!, extent);
      element.style.background = `rgb(${red} ${green} ${blue})`;
      element.style.color = inkOn(value!, extent);
      element.textContent = formatDecimal(value!, 2);
      return `Neurona ${channel}: ${element.textContent}`;
    },
  };
}

function mapPicture(channel: number, size: { height: number; width: number }): MapPicture {
  const element = labelledCanvas(size);
  return {
    element,
    show(map, palette) {
      paintMap(element, map, palette);
      return `Mapa ${channel}: ${describeMap(map)}`;
    },
  };
}

/** A map in the colours of its layer. */
export function mapCanvas(
  map: ArrayLike<number>,
  { width, ...palette }: MapPalette & { width: number },
): HTMLCanvasElement {
  const canvas = labelledCanvas({ width, height: map.length / width });
  paintMap(canvas, map, palette);
  return canvas;
}

function paintMap(
  canvas: HTMLCanvasElement,
  map: ArrayLike<number>,
  { extent, isSigned }: MapPalette,
): void {
  if (isSigned) paintSigned(canvas, map, extent);
  else paintImage(canvas, map, [0, extent || 1]);
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
