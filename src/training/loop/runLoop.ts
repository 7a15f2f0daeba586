// What surrounds the training loop of trainRun: it answers the reader's buttons, sets the pace so that a pause
// is soon heard, writes the history, and keeps the run. It knows no tensors.
import { breathe } from "./breathe.js";
import { changeRate } from "./changeRate.js";
import type { TrainingControl } from "./control.js";
import { Judge } from "./judge.js";
import { inspectStep, type StepInspection } from "./inspectStep.js";
import { closeEpoch, type Progress, recordLosses } from "./recordLosses.js";
import type { InspectableTrainer, Trainer } from "./trainer.js";
import type { Dataset } from "../../lib/dataset/dataset.js";
import { batchesPerEpoch, type Run, totalBatches } from "../../lib/run/run.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";

/** How long a group of steps should take, so that a pause is answered at once. */
const CHUNK_MS = 100;
/** And how many steps at most, so that a network that diverges is noticed soon. */
const MOST_STEPS = 100;
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

export interface LoopContext {
  dataset: Dataset;
  control: TrainingControl;
  handlers?: TrainingHandlers;
}

/** A run under way, which it mutates: history, checkpoint and status. */
export class RunLoop {
  readonly total: number;
  private readonly perEpoch: number;
  private readonly judge: Judge;
  private readonly progress: Progress;
  /** Steps of the next group. */
  private pace = 1;
  private seconds = 0;
  private savedAt = performance.now();

  constructor(
    private readonly run: Run,
    private readonly trainer: Trainer,
    private readonly context: LoopContext,
  ) {
    const { hyperparameters, checkpoint } = run;
    this.total = totalBatches(hyperparameters);
    this.perEpoch = batchesPerEpoch(hyperparameters);
    this.judge = new Judge(context.dataset, hyperparameters);
    this.progress = { batch: checkpoint.batch, sums: { ...checkpoint.sums } };
  }

  /** Steps done since the run began. */
  get step(): number {
    return this.progress.batch;
  }

  /** Whether the last step done was the last of its epoch. */
  get isEpochEnd(): boolean {
    return this.progress.batch % this.perEpoch === 0;
  }

  /** False once the reader has stopped it or it has diverged; waits, the run kept, while it is paused. */
  // #region mayGoOn
  async mayGoOn(): Promise<boolean> {
    const { run, context, progress } = this;
    await breathe(); // deja pasar los clics que esperaban
    if (run.status === "diverged") return false;
    if (context.control.wish === "pause") {
      if (!(await this.save("paused"))) return false;
      await context.control.untilNotPaused(); // espera a que pulses «Seguir»
      run.status = "running";
      const newRate = context.control.takeRate(); // ¿has cambiado la tasa?
      if (newRate !== undefined) changeRate(run, progress.batch, newRate);
    }
    return context.control.wish !== "stop";
  }
  // #endregion

  /** The mean loss of each step of a group, [count]: as many as take a tenth of a second, all of one epoch. */
  async takeSteps(): Promise<Float32Array> {
    const { progress, perEpoch, context } = this;
    const left = perEpoch - (progress.batch % perEpoch);
    const count = context.control.isStepping ? 1 : Math.min(this.pace, left);
    const startedAt = performance.now();
    const losses = await this.runSteps(count);
    const elapsedMs = performance.now() - startedAt;
    this.seconds = elapsedMs / 1000;
    const next = Math.min(2 * this.pace, MOST_STEPS, Math.round((count * CHUNK_MS) / elapsedMs));
    this.pace = Math.max(1, next);
    return losses;
  }

  /** One step that the reader has asked for by itself is looked at closely. */
  private async runSteps(count: number): Promise<Float32Array> {
    const { run, trainer, context, progress } = this;
    if (!context.control.isStepping || !isInspectable(trainer)) {
      return trainer.runSteps(progress.batch, count);
    }
    const { train } = context.dataset;
    const inspection = await inspectStep(trainer, run, { train, batch: progress.batch });
    context.handlers?.onInspection?.(run, inspection);
    return Float32Array.of(inspection.loss);
  }

  /** Writes the losses of the steps just taken into the history. */
  record(losses: Float32Array): void {
    const { run, context, progress, seconds } = this;
    progress.sums.epochSeconds += seconds;
    recordLosses(run, losses, progress);
    const steps = { batch: progress.batch, count: losses.length, seconds, loss: mean(losses) };
    context.handlers?.onSteps?.(run, steps);
    context.control.reached("step");
  }

  /** Evaluates the network at the end of an epoch, and closes it in the history. */
  async closeEpoch(): Promise<void> {
    const { run, context, progress } = this;
    const startedAt = performance.now();
    closeEpoch(run, progress, await this.judge.evaluate(run, this.trainer));
    context.handlers?.onEpoch?.(run, (performance.now() - startedAt) / 1000);
    context.control.reached("epoch");
  }

  /** Saves the run after each epoch, and every few seconds. */
  // #region saveNowAndThen
  async saveNowAndThen(): Promise<void> {
    const isLate = performance.now() - this.savedAt > SAVE_INTERVAL_MS;
    if (this.isEpochEnd || isLate) await this.save("running");
  }
  // #endregion

  /**
   * Ends the run: finished, with the evaluation of its last epoch where it has had one, or stopped; else it is
   * evaluated as it stands. A diverged one stays as it is.
   */
  async end(): Promise<void> {
    const { run, trainer, judge } = this;
    if (run.status === "diverged") return;
    const isFinished = this.step === this.total;
    if (!isFinished || !judge.hasEvaluated(run)) await judge.evaluate(run, trainer);
    await this.save(isFinished ? "finished" : "stopped");
  }

  /** The run has diverged: the weights last saved stay, not the present ones. */
  async diverge(): Promise<void> {
    this.run.status = "diverged";
    this.run.updatedAt = Date.now();
    await this.context.handlers?.onSave?.(this.run);
  }

  /** Whether the weights are sound; if not, those saved before stay, and the run has diverged. */
  private async save(status: Run["status"]): Promise<boolean> {
    const { run, progress } = this;
    const state = await this.trainer.readState();
    if (!isFinite(state.weights)) {
      await this.diverge();
      return false;
    }
    run.checkpoint = { ...state, batch: progress.batch, sums: { ...progress.sums } };
    run.status = status;
    run.updatedAt = Date.now();
    this.savedAt = performance.now();
    await this.context.handlers?.onSave?.(run);
    return true;
  }
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
