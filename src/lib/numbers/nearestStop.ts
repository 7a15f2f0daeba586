// The place of a slider for a value that was typed.

/** The index of the stop nearest to the value, by ratio where both are positive; 0 for no number. */
export function nearestStop(stops: readonly number[], value: number): number {
  let nearest = 0;
  stops.forEach((stop, index) => {
    if (distance(stop, value) < distance(stops[nearest]!, value)) nearest = index;
  });
  return nearest;
}

/** Between 1 and 10 as far as between 10 and 100; zero is below every stop. */
function distance(stop: number, value: number): number {
  if (stop <= 0 || value <= 0) return stop === value ? 0 : Infinity;
  return Math.abs(Math.log(stop / value));
}
