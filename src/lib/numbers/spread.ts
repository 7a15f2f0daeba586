// Several measurements of one thing in three numbers: the middle one and the two ends.
import { InternalError } from "../errors/internalError.js";

export interface Spread {
  median: number;
  min: number;
  max: number;
}

/** Throws an InternalError if there is no value. */
export function spread(values: readonly number[]): Spread {
  if (values.length === 0) throw new InternalError("at least one value expected, none found");
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median =
    sorted.length % 2 === 0
      ? (sorted[middle - 1]! + sorted[middle]!) / 2
      : sorted[Math.floor(middle)]!;
  return { median, min: sorted[0]!, max: sorted.at(-1)! };
}
