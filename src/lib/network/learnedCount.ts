// How many numbers a network learns, from the weights that it holds.
import type { NamedWeight } from "./namedWeight.js";

/** The moving statistics of a normalization are held and not learned: they are none. */
export function learnedCount(weights: readonly NamedWeight[]): number {
  const learned = weights.filter(({ name }) => !/\/moving_(mean|variance)$/.test(name));
  return learned.reduce((sum, { values }) => sum + values.length, 0);
}
