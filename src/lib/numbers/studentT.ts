// Student's t, for intervals of a mean from few values. The distribution by the finite sums for whole degrees of
// freedom: Abramowitz and Stegun, "Handbook of mathematical functions", 1964, 26.7.3 and 26.7.4.

/** The probability that |T| is at most `t`, T with `freedom` degrees of freedom, a whole number from 1 on. */
export function probabilityWithin(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < freedom; k += 2) {
    term *= ((k - 1) / k) * cosine ** 2;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/** The t within which T is with that probability, 0–1, found by halving. */
export function tWithin(probability: number, freedom: number): number {
  let [low, high] = [0, 1];
  while (probabilityWithin(high, freedom) < probability) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (probabilityWithin(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return high;
}
