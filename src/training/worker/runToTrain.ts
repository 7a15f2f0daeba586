// The run that a training begins from, read or made in the worker.
import { checkTakenUp } from "./checkTakenUp.js";
import type { ConfiguredStart, PlannedStart, SavedStart } from "./messages.js";
import { newRun } from "./newRun.js";
import { runOfPlan } from "./runOfPlan.js";
import { changeRate } from "../loop/changeRate.js";
import type { Run } from "../../lib/run/run.js";
import type { RunStore } from "../../lib/store/runStore.js";

/** A new run of a configuration, with what is to be known of where that came from. */
export async function beginRun(start: ConfiguredStart): Promise<Run> {
  const { hyperparameters, topology, network, expectedFingerprint, edits = [] } = start;
  const run: Run = { ...(await newRun(hyperparameters, topology)), network };
  if (expectedFingerprint !== undefined) run.expectedFingerprint = expectedFingerprint;
  if (edits.length > 0) run.edits = [...edits];
  return run;
}

/**
 * The run of a sweep, or one that was saved, its rate changed if that is asked for; rejects, in Spanish, if
 * it is gone or damaged. To be read with the run held: the tab that had it may have saved it last a moment ago.
 */
export async function runToTrain(start: SavedStart | PlannedStart, store: RunStore): Promise<Run> {
  const run = await (start.from === "plan"
    ? runOfPlan(start.plan, store)
    : savedRun(start.runId, store));
  await checkTakenUp(run);
  if (start.from !== "plan" && start.learningRate !== undefined)
    changeRate(run, run.checkpoint.batch, start.learningRate);
  return run;
}

async function savedRun(id: string, store: RunStore): Promise<Run> {
  const run = await store.get(id);
  if (run) return run;
  throw new Error("El entrenamiento que querías continuar ya no está en este navegador.");
}
