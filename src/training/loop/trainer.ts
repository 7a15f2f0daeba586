// The seam between the training loop and what computes a step. A trainer knows one network and one
// training set; the loop knows epochs, sums, pauses and checkpoints.
import type { Predictions } from "./predictions.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { Hyperparameters } from "../../lib/run/hyperparameters.js";
import type { CountedEvaluation } from "../../lib/network/metrics.js";
import type { EngineUse } from "../../lib/run/engineUse.js";
import type { RateChange } from "../../lib/run/run.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";

export interface TrainerState {
  weights: NamedWeight[];
  /** The optimizer's velocities in the order of the weights; empty before the first step. */
  velocities: NamedWeight[];
  /** Adam's second moments, in the order of the weights; left out where there are none. */
  squares?: NamedWeight[];
}

export interface Trainer {
  readonly engine: EngineUse;
  /**
   * Runs the batches `from` … `from + count − 1` of the run, counted from 0, all of one epoch.
   * Returns the mean loss of each, [count]. The same batch of the same run is always the same images,
   * the same augmentation and the same dropout.
   */
  runSteps(from: number, count: number): Promise<Float32Array>;
  /** Evaluates the present weights, dropout and augmentation off. */
  evaluate(images: ImageSet): Promise<CountedEvaluation>;
  /** A copy of the weights and of the optimizer's state. */
  readState(): Promise<TrainerState>;
  /** Frees everything; the trainer is unusable afterwards. */
  dispose(): void;
}

/** What a layer gives for N images. */
export interface Activations {
  /** A flat layer has H = W = 1. */
  shape: [N: number, H: number, W: number, C: number];
  /** [N,H,W,C]. */
  values: Float32Array;
}

/** A trainer whose network can be looked at: the loop has no need of it, pages have. */
export interface InspectableTrainer extends Trainer {
  /** What the present weights say about each image, dropout and augmentation off. */
  predict(images: ImageSet): Promise<Predictions>;
  /** What a layer gives for the images, dropout off; rejects if there is no layer of that name. */
  activations(images: ImageSet, layerName: string): Promise<Activations>;
  /** One step, as runSteps does it, and the gradient of the loss that it followed. */
  gradientStep(batch: number): Promise<{ loss: number; gradients: WeightGradient[] }>;
}

/** How large the gradient of one weight is. */
export interface WeightGradient {
  /** Layer and variable: `conv1/kernel`. */
  name: string;
  /** L2. */
  norm: number;
}

export interface TrainerRequest {
  /** tf.layers' JSON of a network. */
  topology: string;
  hyperparameters: Hyperparameters;
  /** At least `hyperparameters.trainImages` images. */
  train: ImageSet;
  /** Where to begin. */
  state: TrainerState;
  /** Asked at each step: those that the reader has made of the learning rate so far. */
  rateChanges?: () => readonly RateChange[] | undefined;
}

export type CreateTrainer = (request: TrainerRequest) => Promise<Trainer>;
