// An image, what is added to it, enlarged, and the sum of both, with what the network says before and after.
import { html } from "htl";
import { type Answer, describeAnswer, favourite } from "./answer.js";
import { answerTable } from "./answerTable.js";
import { signedCanvas } from "../signedCanvas.js";
import { figurePart } from "../../parts/figurePart.js";
import { imageCanvas } from "../../parts/imageCanvas.js";
import { formatCount, formatInteger } from "../../../lib/text/format.js";

export interface FooledGarmentOptions {
  /** Of the classes, in Spanish. */
  names: readonly string[];
  /** The class that the network is to say; left out: any other than before. */
  target?: number | undefined;
}

export function fooledGarment(
  before: Answer,
  after: Answer,
  { names, target }: FooledGarmentOptions,
): HTMLElement {
  const change = Array.from(after.pixels, (pixel, i) => pixel - before.pixels[i]!);
  const extent = Math.max(...change.map(Math.abs));
  const drawn = signedCanvas(change, { width: Math.sqrt(change.length), extent });
  const scale = extent === 0 ? "nada todavía" : `de −${extent} a ${extent}, muy agrandado`;
  return html`<div class="changed-garment fooled-garment">
    <div class="figure-row">
      ${figurePart(imageCanvas(before.pixels), `La imagen: ${describeAnswer(before, names)}`)}
      ${figurePart(drawn, `El cambio: ${scale}`)}
      ${figurePart(imageCanvas(after.pixels), `La suma: ${describeAnswer(after, names)}`)}
    </div>
    <p class="figure-readout" role="status">${verdict(before, after, { names, target, change })}</p>
    ${answerTable(before, after, names)}
  </div>`;
}

function verdict(
  before: Answer,
  after: Answer,
  { names, target, change }: FooledGarmentOptions & { change: readonly number[] },
): string {
  const [was, is] = [favourite(before.logProbabilities), favourite(after.logProbabilities)];
  const extent = Math.max(...change.map(Math.abs));
  const moved = change.filter((difference) => difference !== 0).length;
  const cost = `han cambiado ${formatInteger(moved)} de ${formatInteger(change.length)} píxeles, ninguno más de ${formatCount(extent, "nivel", "niveles")} de 255`;
  const isFooled = target === undefined ? is !== was : is === target;
  if (extent === 0) return `Sin cambio, la red dice ${names[was]}.`;
  if (isFooled) return `Engañada: dice ${names[is]}, y antes ${names[was]}; ${cost}.`;
  const wanted = target === undefined ? "" : `, y no ${names[target]}`;
  return `Todavía no: dice ${names[is]}${wanted}; ${cost}.`;
}
