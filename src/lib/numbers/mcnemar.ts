// Whether two classifiers that were asked the same questions differ: Q. McNemar, "Note on the sampling error of the
// difference between correlated proportions or percentages", Psychometrika 12, 1947, by the exact binomial
// probabilities of those that only one of them answers rightly.

/**
 * The probability, 0–1, that as many or more of the `first + second` fall to one side if each is a toss of a coin.
 * @param first answers that only the first has right
 * @param second answers that only the second has right
 */
export function mcnemar(first: number, second: number): number {
  const tosses = first + second;
  let logTerm = -tosses * Math.LN2;
  let tail = Math.exp(logTerm);
  for (let k = 0; k < Math.min(first, second); k++) {
    logTerm += Math.log((tosses - k) / (k + 1));
    tail += Math.exp(logTerm);
  }
  return Math.min(1, 2 * tail);
}
