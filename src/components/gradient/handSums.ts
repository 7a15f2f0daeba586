// The arithmetic of the way forward, written out.
import { html } from "htl";
import type { HandExample, HandNetwork, HandPass } from "../../lib/network/byHand/handNetwork.js";
import { window3x3 } from "../../lib/network/convolve3x3.js";
import { listed, mapPlace, shortNumber, termNumber } from "./handText.js";

/** A line a stage. */
export function handSums(
  { network, example }: { network: HandNetwork; example: HandExample },
  pass: HandPass,
): HTMLElement {
  return html`<ol class="hand-sums">
    ${[
      mapSum(network, example, pass),
      cut(pass),
      `Máximo: ${shortNumber(pass.largest)}, el de la ${mapPlace(winnerOf(pass))}.`,
      scoreSums(network, pass),
      probabilitySum(pass),
      `Pérdida: −ln ${shortNumber(Math.exp(pass.logProbabilities[example.label]!))} = ${shortNumber(pass.loss)}.`,
    ].map((line) => html`<li>${line}</li>`)}
  </ol>`;
}

/** Of equal numbers the first. */
export function winnerOf({ rectified, largest }: HandPass): number {
  return rectified.indexOf(largest);
}

/** The nine products at the place that wins, since it alone goes on. */
function mapSum({ filter, bias }: HandNetwork, { image }: HandExample, pass: HandPass): string {
  const winner = winnerOf(pass);
  const seen = window3x3(image, { row: Math.floor(winner / 2), column: winner % 2 });
  const terms = seen.flatMap((pixel, i) =>
    pixel === 0 ? [] : [`${shortNumber(pixel)} × ${termNumber(filter[i]!)}`],
  );
  const sum = [...terms, termNumber(bias)].join(" + ");
  return `Mapa, ${mapPlace(winner)}: ${sum} = ${shortNumber(pass.map[winner]!)}. Los píxeles que valen 0 no suman nada.`;
}

function cut({ map }: HandPass): string {
  const negative = map.filter((value) => value < 0).map(shortNumber);
  return negative.length === 0
    ? "ReLU: no hay nada negativo, y todo queda como está."
    : `ReLU: ${listed.format(negative)} ${negative.length === 1 ? "pasa" : "pasan"} a 0.`;
}

function scoreSums({ weights, biases }: HandNetwork, { largest, scores }: HandPass): string {
  const sums = scores.map(
    (score, k) =>
      `${shortNumber(weights[k]!)} × ${shortNumber(largest)} + ${termNumber(biases[k]!)} = ${shortNumber(score)}`,
  );
  return `Puntuaciones: ${sums.join("; ")}.`;
}

function probabilitySum({ scores, logProbabilities }: HandPass): Node {
  const power = (score: number) => html`e<sup>${shortNumber(score)}</sup>`;
  const [first, second] = scores as [number, number];
  return html`Probabilidades: ${power(first)} / (${power(first)} + ${power(second)}) =
  ${shortNumber(Math.exp(logProbabilities[0]!))}, y el resto hasta 1.`;
}
