// An image before and after a change, with what the network says of both.
import { html } from "htl";
import { type Answer, describeAnswer, favourite, probabilityOf } from "./answer.js";
import { answerTable } from "./answerTable.js";
import { figurePart } from "../../parts/figurePart.js";
import { imageCanvas } from "../../parts/imageCanvas.js";
import { formatDecimal, formatPercent } from "../../../lib/text/format.js";

/** @param names of the classes, in Spanish */
export function changedGarment(
  before: Answer,
  after: Answer,
  { names }: { names: readonly string[] },
): HTMLElement {
  return html`<div class="changed-garment">
    <div class="figure-row">
      ${figurePart(imageCanvas(before.pixels), `Antes: ${describeAnswer(before, names)}`)}
      ${figurePart(imageCanvas(after.pixels), `Después: ${describeAnswer(after, names)}`)}
      ${answerTable(before, after, names)}
    </div>
    <p class="figure-readout">${describeLoss(before, after, names)}</p>
  </div>`;
}

/** What the change has cost the class that the network said before. */
function describeLoss(before: Answer, after: Answer, names: readonly string[]): string {
  const [was, is] = [favourite(before.logProbabilities), favourite(after.logProbabilities)];
  const [p, q] = [probabilityOf(before, was), probabilityOf(after, was)];
  if (after.pixels.every((pixel, i) => pixel === before.pixels[i])) {
    return `Sin cambio: la red dice ${describeAnswer(before, names)}.`;
  }
  const points = formatDecimal(100 * (q - p), 1);
  const change = `${names[was]} pasa del ${formatPercent(p)} al ${formatPercent(q)} (${points} puntos)`;
  return was === is
    ? `${change}; la red sigue diciendo lo mismo.`
    : `${change}; la red ha cambiado de opinión y dice ${names[is]}.`;
}
