// Where labels go so that none covers another, each as near to its own place as the others allow.

/** The places, in the order given, at least `gap` apart and from 0 to `height` while they fit. */
export function spreadLabels(
  wanted: readonly number[],
  { gap, height }: { gap: number; height: number },
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const places = [...wanted];
  let floor = -Infinity;
  for (const i of order) {
    places[i] = Math.max(places[i]!, floor);
    floor = places[i] + gap;
  }
  let ceiling = height;
  for (const i of order.reverse()) {
    places[i] = Math.min(places[i]!, ceiling);
    ceiling = places[i] - gap;
  }
  return places;
}
