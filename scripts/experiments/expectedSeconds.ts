// How long a run will take, from those that this machine has finished.
import * as d3 from "d3";
import type { PlannedRun } from "./plan.js";
import type { ExperimentResult } from "./resultFile.js";
import { epochImages } from "../../src/lib/run/epochSize.js";

/**
 * By the images that it will see: at the pace of its own variant where that is known, else of all together; undefined
 * where nothing has finished here.
 */
export function expectedSeconds(
  run: PlannedRun,
  results: ReadonlyMap<PlannedRun, ExperimentResult>,
  machine: string,
): number | undefined {
  const here = [...results].filter(([, result]) => result.machine === machine && isWhole(result));
  const own = here.filter(([{ variant }]) => variant.id === run.variant.id);
  const known = own.length > 0 ? own : here;
  if (known.length === 0) return undefined;
  const seconds = d3.sum(known, ([, result]) => result.seconds);
  return (imagesOf(run) * seconds) / d3.sum(known, ([one]) => imagesOf(one));
}

/** One that diverged ended early. */
function isWhole({ status }: ExperimentResult): boolean {
  return status === "finished";
}

function imagesOf({ configuration: { hyperparameters } }: PlannedRun): number {
  return hyperparameters.epochs * epochImages(hyperparameters);
}
