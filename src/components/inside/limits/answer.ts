// An image, and what a network says of it.
import { formatPercent } from "../../../lib/text/format.js";

export interface Answer {
  /** [784], 0–255. */
  pixels: Uint8Array;
  /** One a class, in nats. */
  logProbabilities: ArrayLike<number>;
}

/** The class that the network says. */
export function favourite(logProbabilities: ArrayLike<number>): number {
  const all = Array.from(logProbabilities);
  return all.indexOf(Math.max(...all));
}

/** 0–1. */
export function probabilityOf({ logProbabilities }: Answer, classIndex: number): number {
  return Math.exp(logProbabilities[classIndex]!);
}

/** «Botín, 99,1 %». */
export function describeAnswer(answer: Answer, names: readonly string[]): string {
  const best = favourite(answer.logProbabilities);
  return `${names[best]}, ${formatPercent(probabilityOf(answer, best))}`;
}
