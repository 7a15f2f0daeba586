// A run that a sweep asks for: its id is known before it begins, so that a sweep that was interrupted finds
// it again, and goes on with it from its checkpoint.
import { newRun } from "./newRun.js";
import type { Hyperparameters } from "../../lib/run/hyperparameters.js";
import type { Run } from "../../lib/run/run.js";

/** What a sweep has decided about one of its runs. */
export interface RunPlan {
  id: string;
  sweepId: string;
  hyperparameters: Hyperparameters;
  /** The id of its network. */
  network: string;
  /** tf.layers' JSON of it; left out: the original's. */
  topology?: string | undefined;
}

/** The run, not begun. */
export async function runOfPlan(plan: RunPlan): Promise<Run> {
  const { id, sweepId, hyperparameters, network, topology } = plan;
  const run = await newRun(hyperparameters, topology);
  return { ...run, id, sweepId, network };
}
