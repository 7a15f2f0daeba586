// From the times of a race to the rows of its table.
import { contestantNames } from "./contestantNames.js";
import type { BenchRow } from "../src/lib/reports/benchReport.js";
import { spread } from "../src/lib/numbers/spread.js";

export interface Times {
  contestant: string;
  threads: number;
  /** One a round. */
  msPerStep: readonly number[];
}

/** The rows in the order given. */
export function summarize(all: readonly Times[], stepsPerEpoch: number): BenchRow[] {
  return all.map((times) => {
    const { contestant, threads } = times;
    const msPerStep = spread(times.msPerStep);
    const isSameNetwork = contestant !== contestantNames.engineOnOriginal;
    const peer = isSameNetwork ? bestPytorch(all, threads) : undefined;
    return {
      contestant,
      threads,
      msPerStep,
      secondsPerEpoch: (msPerStep.median * stepsPerEpoch) / 1000,
      ratioToPyTorch: peer ? speedup(times, peer) : null,
      ...(peer && { peer: peer.contestant }),
    };
  });
}

/** The fastest PyTorch with so many threads. */
export function bestPytorch(all: readonly Times[], threads: number): Times | undefined {
  const median = ({ msPerStep }: Times) => spread(msPerStep).median;
  return all
    .filter((times) => times.contestant.startsWith(contestantNames.pytorch))
    .filter((times) => times.threads === threads)
    .sort((a, b) => median(a) - median(b))[0];
}

/** How many times faster: the median of the rounds' own ratios, which both ran side by side. */
export function speedup(fast: Pick<Times, "msPerStep">, slow: Pick<Times, "msPerStep">): number {
  return spread(fast.msPerStep.map((ms, round) => slow.msPerStep[round]! / ms)).median;
}
