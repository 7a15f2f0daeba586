/**
 * How much `f` changes with its number, by trying: the slope between a little less and a little more. Off by
 * about step²/6 times the third derivative, and by the rounding of `f` divided by the step.
 */
// #region centralDifference
export function centralDifference(f: (x: number) => number, at: number, step: number): number {
  return (f(at + step) - f(at - step)) / (2 * step);
}
// #endregion
