// Before anything is timed: do all compute the same? From the same weights, on the same batches, dropout
// off, their losses must agree.
import type { Entry, Task } from "./contestant.js";

export interface Verdict {
  entry: Entry;
  /** The largest difference of a loss from the first contestant's. */
  gap: number;
}

/** Steps whose losses are compared: the first tells the forward pass, the others the way back. */
const STEPS = 10;

/** Those that agree with the first one; the others are told on stderr and left out. */
export async function verifyLosses(
  entries: readonly Entry[],
  task: Task,
  tolerance: number,
): Promise<Entry[]> {
  const verdicts: Verdict[] = [];
  let expected: number[] | undefined;
  for (const entry of entries) {
    const contestant = await entry.enter(task);
    if (!contestant) continue;
    const { losses } = await contestant.run(0, STEPS);
    await contestant.close();
    expected ??= losses;
    verdicts.push({ entry, gap: largestGap(losses, expected) });
  }
  for (const { entry, gap } of verdicts) {
    const verdict = gap < tolerance ? "agrees" : "EXCLUDED, differs";
    console.error(`${entry.name}, threads ${entry.threads}: ${verdict} by ${gap.toExponential(1)}`);
  }
  return verdicts.filter(({ gap }) => gap < tolerance).map(({ entry }) => entry);
}

/** Infinity where something is no number, or missing. */
export function largestGap(found: readonly (number | null)[], expected: readonly number[]): number {
  const gaps = expected.map((loss, i) => Math.abs(loss - (found[i] ?? NaN)));
  return gaps.every((gap) => Number.isFinite(gap)) ? Math.max(...gaps) : Infinity;
}
