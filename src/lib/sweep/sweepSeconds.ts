// What a sweep may take, from the speed of the reader's own runs, or else from the bench's.
import { type BenchReport, benchSeconds } from "../reports/benchReport.js";
import { epochImages } from "../run/epochSize.js";
import { defaultConfiguration, type RunConfiguration } from "../run/runConfiguration.js";
import type { RunRecord } from "../run/runRecord.js";
import { expandSweep, type SweepPlan } from "./sweep.js";

export interface SweepEstimate {
  seconds: number;
  source: "own" | "bench";
}

interface Measured {
  runs: readonly RunRecord[];
  bench: BenchReport | undefined;
}

/** Undefined while nothing has been measured with one of the plan's networks. */
export function sweepSeconds(plan: SweepPlan, measured: Measured): SweepEstimate | undefined {
  const each = expandSweep(plan).map((planned) => plannedSeconds(planned, measured));
  const known = each.filter((one) => one !== undefined);
  if (known.length < each.length) return undefined;
  const seconds = known.reduce((sum, one) => sum + one.seconds, 0);
  return { seconds, source: known.every(({ source }) => source === "own") ? "own" : "bench" };
}

/** Of one of the plan's runs, by the reader's latest run of its network. */
function plannedSeconds(
  { network, hyperparameters }: RunConfiguration,
  { runs, bench }: Measured,
): SweepEstimate | undefined {
  const own = runs.find((run) => run.epochs.length > 0 && networkOf(run) === network);
  if (own) {
    const epochSeconds = own.epochs.reduce((sum, { seconds }) => sum + seconds, 0);
    const images = own.epochs.length * epochImages(own.hyperparameters);
    const wanted = hyperparameters.epochs * epochImages(hyperparameters);
    return { seconds: (epochSeconds / images) * wanted, source: "own" };
  }
  if (!bench || network !== defaultConfiguration.network) return undefined;
  const seconds = benchSeconds(bench, hyperparameters);
  return seconds === undefined ? undefined : { seconds, source: "bench" };
}

function networkOf({ network }: RunRecord): string {
  return network ?? defaultConfiguration.network;
}
