// The run that a training begins from, read or made in the worker.
import { checkTakenUp } from "./checkTakenUp.js";
import type { ConfiguredStart, PlannedStart, SavedStart } from "./messages.js";
import { newRun } from "./newRun.js";
import { runOfPlan } from "./runOfPlan.js";
import { changeRate } from "../loop/changeRate.js";
import type { Run } from "../../lib/run/run.js";
import type { RunStore } from "../../lib/store/runStore.js";
import { ReaderError } from "../../lib/errors/readerError.js";

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
  const id = start.from === "plan" ? start.plan.id : start.runId;
  const saved = await store.get(id);
  if (!saved) await checkDamage(id, store);
  const run = saved ?? (await unsavedRun(start));
  await checkTakenUp(run);
  if (start.from !== "plan" && start.learningRate !== undefined)
    changeRate(run, run.checkpoint.batch, start.learningRate);
  return run;
}

/** The next run of a sweep; one that was saved is gone. */
function unsavedRun(start: SavedStart | PlannedStart): Promise<Run> {
  if (start.from === "plan") return runOfPlan(start.plan);
  throw new ReaderError("El entrenamiento que querías continuar ya no está en este navegador.");
}

/** Rejects, in Spanish, if the run is there, but damaged: a new one in its place would be its end. */
async function checkDamage(id: string, store: RunStore): Promise<void> {
  const { damaged } = await store.list().catch(() => ({ damaged: [] }));
  const row = damaged.find((one) => one.kind === "run" && one.id === id);
  if (!row) return;
  throw new ReaderError(
    `El entrenamiento «${row.name}» está dañado: ${row.problem}. No se ha entrenado nada con él. ` +
      "En Experimentos puedes volver a una época anterior, descargarlo o borrarlo.",
  );
}
