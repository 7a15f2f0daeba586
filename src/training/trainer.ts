// The seam between the training loop and what computes a step. A trainer knows one network and one
// training set; the loop knows epochs, sums, pauses and checkpoints.
import type { ImageSet } from "../lib/dataset.js";
import type { Hyperparameters } from "../lib/hyperparameters.js";
import type { Evaluation } from "../lib/metrics.js";
import type { NamedWeight } from "../lib/run.js";

export interface TrainerState {
  weights: NamedWeight[];
  /** The optimizer's velocities in the order of the weights; empty before the first step. */
  velocities: NamedWeight[];
  /** Adam's second moments, likewise. */
  squares?: NamedWeight[];
}

export interface Trainer {
  /** For the reader: the trainer and what it computes on, such as `tfjs (wasm)`. */
  readonly engine: string;
  /**
   * Runs the batches `from` … `from + count − 1` of the run, counted from 0, all of one epoch.
   * Returns the mean loss of each, [count]. The same batch of the same run is always the same images
   * and the same dropout.
   */
  runSteps(from: number, count: number): Promise<Float32Array>;
  /** Evaluates the present weights, dropout off. */
  evaluate(images: ImageSet): Promise<Evaluation>;
  /** A copy of the weights and of the optimizer's state. */
  readState(): Promise<TrainerState>;
  /** Frees everything; the trainer is unusable afterwards. */
  dispose(): void;
}

export interface TrainerRequest {
  /** tf.layers' JSON of a tf.Sequential. */
  topology: string;
  hyperparameters: Hyperparameters;
  /** At least `hyperparameters.trainImages` images. */
  train: ImageSet;
  /** Where to begin. */
  state: TrainerState;
}

export type CreateTrainer = (request: TrainerRequest) => Promise<Trainer>;
