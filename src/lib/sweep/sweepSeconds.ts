// What a sweep may take, from the speed of the reader's own runs, or else from the bench's.
import { type BenchReport, benchSeconds } from "../reports/benchReport.js";
import { epochImages } from "../run/epochSize.js";
import { defaultConfiguration } from "../run/runConfiguration.js";
import type { RunRecord } from "../run/runRecord.js";
import { expandSweep, type SweepPlan, sweepNetwork } from "./sweep.js";

export interface SweepEstimate {
  seconds: number;
  source: "own" | "bench";
}

/** Undefined while nothing has been measured with the plan's network. */
export function sweepSeconds(
  plan: SweepPlan,
  { runs, bench }: { runs: readonly RunRecord[]; bench: BenchReport | undefined },
): SweepEstimate | undefined {
  const all = expandSweep(plan);
  const planned = all[0]?.network ?? sweepNetwork(plan);
  if (all.some(({ network }) => network !== planned)) return undefined; // each takes its own time
  const isOriginal = planned === defaultConfiguration.network;
  const own = runs.find(
    ({ epochs, network = defaultConfiguration.network }) =>
      epochs.length > 0 && network === planned,
  );
  if (own) {
    const epochSeconds = own.epochs.reduce((sum, { seconds }) => sum + seconds, 0);
    const images = own.epochs.length * epochImages(own.hyperparameters);
    const wanted = all.reduce(
      (sum, { hyperparameters: one }) => sum + one.epochs * epochImages(one),
      0,
    );
    return { seconds: (epochSeconds / images) * wanted, source: "own" };
  }
  const seconds = all.map(({ hyperparameters }) =>
    bench && isOriginal ? benchSeconds(bench, hyperparameters) : undefined,
  );
  if (seconds.some((one) => one === undefined)) return undefined;
  return { seconds: seconds.reduce<number>((sum, one) => sum + one!, 0), source: "bench" };
}
