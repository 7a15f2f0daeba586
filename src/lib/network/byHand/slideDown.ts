// Gradient descent on the simplest loss that has a lowest point, the parabola L(w) = w²/2: its slope is w itself, and
// a step leaves 1 − rate of what was missing. On L(w) = c·w²/2 it is 1 − rate·c: the steeper the valley, the smaller
// the largest rate that still converges, 2/c.

/** What becomes of the steps. */
export type Descent = "arrives" | "approaches" | "swings" | "stays" | "diverges";

/** The places of so many steps, the first one included. */
export function slideDown(start: number, rate: number, steps: number): number[] {
  const places = [start];
  for (let step = 0; step < steps; step++) {
    const place = places.at(-1)!;
    places.push(place - rate * place);
  }
  return places;
}

/** Whether each step leaves less than there was, on the same side or on the other. @param rate above 0 */
export function descentWith(rate: number): Descent {
  if (rate === 1) return "arrives";
  if (rate < 1) return "approaches";
  if (rate < 2) return "swings";
  return rate === 2 ? "stays" : "diverges";
}
