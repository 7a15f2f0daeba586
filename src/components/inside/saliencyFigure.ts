// Where a network looks in an image, beside where the same network looked before it had learned anything: true cells, each
// map with its own scale, which its caption gives. A cell under the pointer or the arrows is told, and framed in the image.
import { html } from "htl";
import { signedCanvas } from "./signedCanvas.js";
import { framedPicture, type FramedPicture } from "./windowFrame.js";
import { figurePart } from "../parts/figurePart.js";
import { gridCursor, type Position } from "../parts/gridCursor.js";
import { imageCanvas } from "../parts/imageCanvas.js";
import { correlation } from "../../lib/numbers/correlation.js";
import { extentOf } from "../../lib/network/instruments/filterBank.js";
import type { SaliencyMap } from "../../lib/network/instruments/saliency.js";
import { formatDecimal } from "../../lib/text/format.js";

export interface SaliencyFigureOptions {
  /** [784], 0–255. */
  image: Uint8Array;
  trained: SaliencyMap;
  untrained: SaliencyMap;
  /** The class asked about. */
  name: string;
}

export function saliencyFigure({
  image,
  trained,
  untrained,
  name,
}: SaliencyFigureOptions): HTMLElement {
  const side = Math.sqrt(image.length);
  const picture = framedPicture(imageCanvas(image), {
    rows: side,
    columns: side,
    label: "La imagen, con lo que mira la celda elegida",
  });
  const readout = html`<p class="figure-readout" role="status"></p>`;
  const show = (text: string) => {
    readout.textContent = text;
  };
  const maps = [
    mapCursor(trained, { label: "Entrenada", name, picture, show }),
    mapCursor(untrained, { label: "Sin entrenar", name, picture, show }),
  ];
  maps[1]!.moveTo(greatestOf(untrained));
  maps[0]!.moveTo(greatestOf(trained));
  return html`<div class="saliency-figure">
    <div class="figure-row">
      ${figurePart(picture, "La imagen")}
      ${figurePart(maps[0]!, `Entrenada: hasta ±${formatDecimal(extentOf(trained.values), 2)}`)}
      ${figurePart(maps[1]!, `Sin entrenar: hasta ±${formatDecimal(extentOf(untrained.values), 3)}`)}
    </div>
    ${readout}
    <p class="figure-label">${describeLikeness(trained, untrained)}</p>
  </div>`;
}

interface MapCursorOptions {
  label: string;
  name: string;
  picture: FramedPicture;
  show: (text: string) => void;
}

function mapCursor(map: SaliencyMap, { label, name, picture, show }: MapCursorOptions) {
  const { rows, columns, values, windowAt } = map;
  return gridCursor(signedCanvas(values, { width: columns, extent: extentOf(values) }), {
    rows,
    columns,
    label: `${label}, ${rows} × ${columns} celdas: ${summaryOf(map)}. Las flechas cambian de celda`,
    onMove(position) {
      picture.frame(windowAt(position));
      const value = values[position.row * columns + position.column]!;
      const side =
        value === 0 ? "no cuenta" : value > 0 ? `a favor de ${name}` : `en contra de ${name}`;
      show(
        `${label}, fila ${position.row}, columna ${position.column}: ${formatDecimal(value, 3)}, ${side}.`,
      );
    },
  });
}

function greatestOf({ values, columns }: SaliencyMap): Position {
  const index = values.indexOf(Math.max(...values));
  return { row: Math.floor(index / columns), column: index % columns };
}

/** Where the map speaks loudest for the class, and how much against. */
function summaryOf(map: SaliencyMap): string {
  const { row, column } = greatestOf(map);
  const [least, most] = [Math.min(...map.values), Math.max(...map.values)];
  return `de ${formatDecimal(least, 2)} a ${formatDecimal(most, 2)}, lo mayor en la fila ${row}, columna ${column}`;
}

function describeLikeness(trained: SaliencyMap, untrained: SaliencyMap): string {
  const likeness = correlation(trained.values.map(Math.abs), untrained.values.map(Math.abs));
  if (Number.isNaN(likeness)) return "Uno de los dos mapas es todo ceros: no se pueden comparar.";
  return `¿Cuánto se parecen los dos mapas, sin mirar el signo? Su correlación es ${formatDecimal(likeness, 2)}: 1 sería igual, y 0, nada. Lo que comparten no lo ha aprendido la red: estaba en la imagen.`;
}
