// One map of a layer, or one neuron as a map of a single place, to be walked over: each of its numbers with the window of
// the layer before that it comes from, all that it can see of the image, and how it was computed.
import { html } from "htl";
import { hasNegative, mapCanvas } from "./mapPictures.js";
import { unitSum } from "./unitSum.js";
import { framedPicture, type FramedPicture } from "./windowFrame.js";
import { figurePart } from "../parts/figurePart.js";
import { gridCursor, type Position } from "../parts/gridCursor.js";
import { imageCanvas } from "../parts/imageCanvas.js";
import {
  extentOf,
  type FilterBank,
  mapOfFilter,
} from "../../lib/network/instruments/filterBank.js";
import { type LayerGeometry } from "../../lib/network/instruments/layerGeometry.js";
import { windowInImage, windowOf } from "../../lib/network/instruments/layerWindow.js";
import { type LayerMaps, mapOf } from "../../lib/network/instruments/mapOf.js";

export interface MapExplorerOptions {
  /** [784], 0–255. */
  image: Uint8Array;
  /** From the first to the one that is looked at. */
  layers: readonly LayerGeometry[];
  /** What enters the layer, and what it gives. */
  input: LayerMaps;
  /** What else enters a layer that adds several. */
  others?: readonly LayerMaps[];
  maps: LayerMaps;
  /** The layer's filters; left out: it has none. */
  bank?: FilterBank | undefined;
  /** The map. */
  unit: number;
  /** Where the reader stood before; left out: where the map is greatest. */
  position?: Position | undefined;
  onMove?: (position: Position) => void;
}

export function mapExplorer(options: MapExplorerOptions): HTMLElement {
  const { image, layers, input, others, maps, bank, unit, onMove } = options;
  const layer = layers.at(-1)!;
  const [, H, W] = maps.shape;
  const map = mapOf(maps, unit);
  const side = Math.sqrt(image.length);
  const picture = framedPicture(imageCanvas(image), {
    rows: side,
    columns: side,
    label: "La imagen, con todo lo que alcanza a ver ese número",
  });
  const before = inputPictures(options);
  const sum = html`<div></div>`;
  const cursor = gridCursor(mapCanvas(map, paletteOf(maps)), {
    rows: H,
    columns: W,
    label: `Mapa ${unit} de ${layer.name}, ${H} × ${W}: las flechas cambian de sitio`,
    onMove(position) {
      picture.frame(windowInImage(layers, position));
      for (const one of before) one.frame(windowOf(layer, position));
      const value = map[position.row * W + position.column]!;
      sum.replaceChildren(
        readout(position, value),
        unitSum({ layer, input, others, value, unit, position, bank }),
      );
      onMove?.(position);
    },
  });
  cursor.moveTo(options.position ?? strongestOf(map, W));
  return html`<div class="map-explorer">
    <div class="figure-row">
      ${figurePart(picture, "La imagen")}
      ${layers.length === 1 ? null : figurePart(html`<div class="input-maps">${before}</div>`, inputLabel(options))}
      ${figurePart(cursor, `Mapa ${unit} de ${layer.name}, ${H} × ${W}`)}
    </div>
    ${sum}
  </div>`;
}

/** Whether the layer's numbers come from all the maps before it. */
function looksAtAll({ bank }: MapExplorerOptions): boolean {
  return bank !== undefined && bank.filtersPerMap === undefined;
}

/** The maps that the layer's number comes from. */
function inputPictures(options: MapExplorerOptions): FramedPicture[] {
  const { input, unit, bank } = options;
  const [, rows, columns, C] = input.shape;
  const own = (bank && mapOfFilter(bank, unit)) ?? unit;
  const channels = looksAtAll(options) ? Array.from({ length: C }, (_, channel) => channel) : [own];
  return channels.map((channel) =>
    framedPicture(mapCanvas(mapOf(input, channel), paletteOf(input)), { rows, columns }),
  );
}

function inputLabel(options: MapExplorerOptions): string {
  const { layers, input } = options;
  const [, H, W, C] = input.shape;
  const { name } = layerBefore(layers, layers.at(-1)!) ?? layers[0]!;
  if (!looksAtAll(options)) return `El mapa de ${name}, ${H} × ${W}`;
  return H * W === 1 ? `Los ${C} números de ${name}` : `Los ${C} mapas de ${name}, ${H} × ${W}`;
}

/** The one whose numbers a layer reads, as they were before a flattening. */
function layerBefore(
  layers: readonly LayerGeometry[],
  { name, reads }: LayerGeometry,
): LayerGeometry | undefined {
  const place = layers.findIndex((layer) => layer.name === name);
  const before = layers.find((layer, i) => (reads ? layer.name === reads[0] : i === place - 1));
  return before?.kind === "flatten" ? layerBefore(layers, before) : before;
}

function paletteOf({ shape, values }: LayerMaps) {
  return { width: shape[2], extent: extentOf(values), isSigned: hasNegative(values) };
}

function readout({ row, column }: Position, value: number): HTMLElement {
  const text = value.toLocaleString("es", { maximumFractionDigits: 3 });
  return html`<p class="figure-readout" role="status">
    Fila ${row}, columna ${column}: vale ${text}.
  </p>`;
}

function strongestOf(map: Float32Array, width: number): Position {
  const index = map.indexOf(Math.max(...map));
  return { row: Math.floor(index / width), column: index % width };
}
