// An image before and after a change, with what the network says of both.
import { html } from "htl";
import { barTable } from "../../parts/barTable.js";
import { figurePart } from "../../parts/figurePart.js";
import { imageCanvas } from "../../parts/imageCanvas.js";
import { formatDecimal, formatPercent } from "../../../lib/text/format.js";

export interface Answer {
  /** [784], 0–255. */
  pixels: Uint8Array;
  /** One a class, in nats. */
  logProbabilities: ArrayLike<number>;
}

/** @param names of the classes, in Spanish */
export function changedGarment(
  before: Answer,
  after: Answer,
  { names }: { names: readonly string[] },
): HTMLElement {
  return html`<div class="changed-garment">
    <div class="figure-row">
      ${figurePart(imageCanvas(before.pixels), `Antes: ${said(before, names)}`)}
      ${figurePart(imageCanvas(after.pixels), `Después: ${said(after, names)}`)}
      ${probabilityTable(before, after, names)}
    </div>
    <p class="figure-readout">${describeLoss(before, after, names)}</p>
  </div>`;
}

/** «Botín, 99,1 %». */
export function said({ logProbabilities }: Answer, names: readonly string[]): string {
  const best = favourite(logProbabilities);
  return `${names[best]}, ${formatPercent(Math.exp(logProbabilities[best]!))}`;
}

/** The class that the network says. */
export function favourite(logProbabilities: ArrayLike<number>): number {
  const all = Array.from(logProbabilities);
  return all.indexOf(Math.max(...all));
}

function probabilityTable(before: Answer, after: Answer, names: readonly string[]): HTMLElement {
  const rows = names.map((name, i) => {
    const [was, is] = [before, after].map(({ logProbabilities }) => Math.exp(logProbabilities[i]!));
    return { cells: [name, formatPercent(was!), formatPercent(is!)], ratio: is! };
  });
  return barTable(rows, { columns: ["Clase", "Antes", "Después"] });
}

/** What the change has cost the class that the network said before. */
function describeLoss(before: Answer, after: Answer, names: readonly string[]): string {
  const [was, is] = [before, after].map(({ logProbabilities }) => favourite(logProbabilities));
  const [p, q] = [before, after].map(({ logProbabilities }) => Math.exp(logProbabilities[was!]!));
  const points = formatDecimal(100 * (q! - p!), 1);
  const change = `${names[was!]} pasa del ${formatPercent(p!)} al ${formatPercent(q!)} (${points} puntos)`;
  return was === is
    ? `${change}; la red sigue diciendo lo mismo.`
    : `${change}; la red ha cambiado de opinión y dice ${names[is!]}.`;
}
