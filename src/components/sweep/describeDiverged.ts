// How many seeds of a combination diverged, as a label of the figure of a sweep.
import type { SweepCell } from "../../lib/sweep/sweepResults.js";

/** «1 divergió», «2 divergieron», or nothing; short, «2 ✕». */
export function describeDiverged(
  { diverged }: SweepCell,
  { isShort }: { isShort: boolean },
): string {
  if (diverged === 0) return "";
  if (isShort) return `${diverged} ✕`;
  return diverged === 1 ? "1 divergió" : `${diverged} divergieron`;
}
