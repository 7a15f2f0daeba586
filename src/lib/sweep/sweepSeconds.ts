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
  const planned = sweepNetwork(plan);
  const isOriginal = planned === defaultConfiguration.network;
  const own = runs.find(
    ({ epochs, network = defaultConfiguration.network }) =>
      epochs.length > 0 && network === planned,
  );
  if (own) {
    const epochSeconds = own.epochs.reduce((sum, { seconds }) => sum + seconds, 0);
    const images = own.epochs.length * epochImages(own.hyperparameters);
    const wanted = all.reduce((sum, values) => sum + values.epochs * epochImages(values), 0);
    return { seconds: (epochSeconds / images) * wanted, source: "own" };
  }
  const seconds = all.map((values) =>
    bench && isOriginal ? benchSeconds(bench, values) : undefined,
  );
  if (seconds.some((one) => one === undefined)) return undefined;
  return { seconds: seconds.reduce<number>((sum, one) => sum + one!, 0), source: "bench" };
}
