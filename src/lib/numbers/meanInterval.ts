// In which a mean lies, from few values: that of several seeds, or of their differences.
import * as d3 from "d3";
import { tWithin } from "./studentT.js";

export const CONFIDENCE = 0.95;

export type Interval = [low: number, high: number];

/** By Student's t, with 95 % confidence: the mean ± t·s/√n; undefined for less than two values. */
export function meanInterval(values: readonly number[]): Interval | undefined {
  const count = values.length;
  if (count < 2) return undefined;
  const mean = d3.mean(values)!;
  const half = (tWithin(CONFIDENCE, count - 1) * d3.deviation(values)!) / Math.sqrt(count);
  return [mean - half, mean + half];
}
