/** Positions at once: enough sums to hide how long an addition takes, few enough for the registers. */
export function positionsAtOnce(width: number): number {
  return width > 2 ? 2 : 4;
}
