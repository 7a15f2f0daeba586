// How far an axis should reach when one of several curves leaves the others far below.

/** How many times the middle curve's top an axis may reach. */
const MOST_TIMES = 4;

/**
 * The highest of the tops that are not far above the middle one; all of them, if none is. Of an even number
 * the lower middle counts, so that of two the lower one rules.
 * @param tops the highest value of each curve, at least one, finite
 */
export function robustTop(tops: readonly number[]): number {
  const sorted = [...tops].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]!;
  return sorted.findLast((top) => top <= MOST_TIMES * middle) ?? sorted.at(-1)!;
}
