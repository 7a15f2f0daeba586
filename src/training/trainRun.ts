// The training loop, the same in the worker and on the command line: it takes a run from where its
// checkpoint stands to its end, keeps its history, and tells what happens. It knows no tensors.
import type { TrainingControl } from "./control.js";
import { closeEpoch, type Progress, recordLosses } from "./recordLosses.js";
import { changeRate } from "./changeRate.js";
import { inspectStep, type StepInspection } from "./inspectStep.js";
import type { CreateTrainer, InspectableTrainer, Trainer } from "./trainer.js";
import type { Dataset } from "../lib/dataset.js";
import { batchesPerEpoch, type NamedWeight, type Run, totalBatches } from "../lib/run.js";
import { evaluatedResult } from "../lib/testResult.js";

/** How long a group of steps should take, so that a pause is answered at once. */
const CHUNK_MS = 100;
/** And how many steps at most, so that a network that diverges is noticed soon. */
const MOST_STEPS = 100;
/** No network that learns pays so much; one that diverges passes it within a few steps. */
const DIVERGED_LOSS = 1000;
/** A run is saved at least this often, and after every epoch. */
const SAVE_INTERVAL_MS = 15_000;

/** A group of steps that has been done. */
export interface Steps {
  /** Batches done since the run began. */
  batch: number;
  count: number;
  seconds: number;
  /** Mean loss of these steps. */
  loss: number;
}

export interface TrainingHandlers {
  onSteps?(run: Run, steps: Steps): void;
  /** After a step that the reader has asked for by itself. */
  onInspection?(run: Run, inspection: StepInspection): void;
  /** After each epoch, with how long its evaluation took. */
  onEpoch?(run: Run, evaluationSeconds: number): void;
  /** Asked to keep the run, which holds a fresh checkpoint and its new status. */
  onSave?(run: Run): Promise<void>;
}

interface Context {
  dataset: Dataset;
  createTrainer: CreateTrainer;
  control: TrainingControl;
  handlers?: TrainingHandlers;
}

/** Trains until the run is finished, stopped or diverged; its status says which. Mutates the run. */
export async function trainRun(run: Run, context: Context): Promise<void> {
  const { topology, hyperparameters, checkpoint } = run;
  const trainer = await context.createTrainer({
    topology,
    hyperparameters,
    train: context.dataset.train,
    state: checkpoint,
    rateChanges: () => run.history.rateChanges,
  });
  run.engine = enginesOf(run, trainer.engine);
  run.status = "running";
  try {
    await runToEnd(run, trainer, context);
  } finally {
    trainer.dispose();
  }
}

async function runToEnd(run: Run, trainer: Trainer, context: Context): Promise<void> {
  const { dataset, control, handlers } = context;
  const total = totalBatches(run.hyperparameters);
  const perEpoch = batchesPerEpoch(run.hyperparameters);
  const progress: Progress = { batch: run.checkpoint.batch, sums: { ...run.checkpoint.sums } };
  let chunk = 1;
  let savedAt = performance.now();

  /** Whether the weights are sound; if not, those saved before are kept, and the run has diverged. */
  async function save(status: Run["status"]): Promise<boolean> {
    const state = await trainer.readState();
    if (!isFinite(state.weights)) {
      await diverge();
      return false;
    }
    run.checkpoint = { ...state, batch: progress.batch, sums: { ...progress.sums } };
    run.status = status;
    run.updatedAt = Date.now();
    savedAt = performance.now();
    await handlers?.onSave?.(run);
    return true;
  }

  async function diverge(): Promise<void> {
    run.status = "diverged";
    run.updatedAt = Date.now();
    await handlers?.onSave?.(run);
  }

  /** The mean loss of each of the steps. */
  async function runSteps(count: number): Promise<Float32Array> {
    const { batch } = progress;
    if (!control.isStepping || !isInspectable(trainer)) return trainer.runSteps(batch, count);
    const inspection = await inspectStep(trainer, run, { train: dataset.train, batch });
    handlers?.onInspection?.(run, inspection);
    return Float32Array.of(inspection.loss);
  }

  // #region loop
  while (progress.batch < total) {
    await control.breathe();
    if (control.wish === "pause") {
      if (!(await save("paused"))) return;
      await control.untilNotPaused();
      run.status = "running";
      const newRate = control.takeRate();
      if (newRate !== undefined) changeRate(run, progress.batch, newRate);
    }
    if (control.wish === "stop") break;

    const epochEnd = (Math.floor(progress.batch / perEpoch) + 1) * perEpoch;
    const count = control.isStepping ? 1 : Math.min(chunk, epochEnd - progress.batch);
    const startedAt = performance.now();
    const losses = await runSteps(count);
    const elapsedMs = performance.now() - startedAt;
    if (!losses.every((loss) => loss < DIVERGED_LOSS)) {
      await diverge(); // the weights last saved are kept, not these
      return;
    }
    const seconds = elapsedMs / 1000;
    progress.sums.epochSeconds += seconds;
    recordLosses(run, losses, progress);
    handlers?.onSteps?.(run, { batch: progress.batch, count, seconds, loss: mean(losses) });
    control.reached("step");

    if (progress.batch === epochEnd) {
      const evaluatedAt = performance.now();
      const evaluation = await trainer.evaluate(dataset.test);
      run.evaluation = evaluation;
      closeEpoch(run, progress, evaluatedResult(evaluation));
      handlers?.onEpoch?.(run, (performance.now() - evaluatedAt) / 1000);
      control.reached("epoch");
      if (!(await save("running"))) return;
    } else if (performance.now() - savedAt > SAVE_INTERVAL_MS) {
      if (!(await save("running"))) return;
    }
    chunk = Math.max(
      1,
      Math.min(2 * chunk, MOST_STEPS, Math.round((count * CHUNK_MS) / elapsedMs)),
    );
  }
  // #endregion

  const finished = progress.batch === total;
  if (!finished) run.evaluation = await trainer.evaluate(dataset.test);
  await save(finished ? "finished" : "stopped");
}

/** All that have computed the run, for it may be begun by one and finished by another. */
function enginesOf({ engine, checkpoint }: Run, present: string): string {
  const earlier = checkpoint.batch === 0 || engine === "" ? [] : engine.split(THEN);
  const isAnother = earlier.length > 0 && kindOf(earlier.at(-1)!) !== kindOf(present);
  return [...(isAnother ? earlier : earlier.slice(0, -1)), present].join(THEN);
}

const THEN = ", y después ";

/** «motor propio» whatever its threads, «tfjs wasm». */
function kindOf(engine: string): string {
  return engine.replace(/ \(.*/, "");
}

function isInspectable(trainer: Trainer): trainer is InspectableTrainer {
  return "gradientStep" in trainer;
}

function isFinite(weights: readonly NamedWeight[]): boolean {
  return weights.every(({ values }) => values.every(Number.isFinite));
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
