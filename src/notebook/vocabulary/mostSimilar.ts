import { distance } from "fastest-levenshtein";

/** The candidate that may have been meant by a misspelt name; undefined if none is near. */
export function mostSimilar(name: string, candidates: Iterable<string>): string | undefined {
  let [best, fewest] = [undefined as string | undefined, Math.max(1, Math.floor(name.length / 3))];
  for (const candidate of candidates) {
    const steps = distance(name, candidate);
    if (steps > fewest || (best !== undefined && steps === fewest)) continue;
    [best, fewest] = [candidate, steps];
  }
  return best;
}
