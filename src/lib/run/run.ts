// A run: one training of one network, from its configuration to its results. Plain data that can be
// cloned to a worker, kept in IndexedDB and written to a file.
import type { EngineUse } from "./engineUse.js";
import { epochImages } from "./epochSize.js";
import type { Hyperparameters } from "./hyperparameters.js";
import type { Evaluation } from "../network/metrics.js";
import type { NamedWeight } from "../network/namedWeight.js";

/** What a network gives on the images set apart for validation. */
export interface Validation {
  /** Mean, in nats. */
  loss: number;
  /** 0–1. */
  accuracy: number;
  /** 1 for each image that it gets right, else 0, in the order in which they were set apart. */
  right: Uint8Array;
}

export interface LossPoint {
  /** Batches done since the run began. */
  batch: number;
  /** Mean loss of the batches since the point before, weighted by their images. */
  loss: number;
}

export interface EpochResult {
  /** From 1. */
  epoch: number;
  /** Mean training loss over the epoch's images. */
  loss: number;
  /** Left out in a run with validation: its test is closed until the reader opens it. */
  testLoss?: number;
  /** 0–1. */
  testAccuracy?: number;
  /** Left out where no images are set apart for it. */
  validationLoss?: number;
  /** 0–1. */
  validationAccuracy?: number;
  /** Seconds of training, without the evaluation. */
  seconds: number;
}

/** The learning rate, changed by the reader while the run was under way. */
export interface RateChange {
  /** Batches done before it: the next one has the new rate. */
  batch: number;
  /** In the place of the hyperparameter; a schedule goes on from it. */
  learningRate: number;
}

export interface RunHistory {
  /** Every `batchesPerPoint` batches, for the live curve. */
  curve: LossPoint[];
  /** Every 1,000 batches of an epoch, as the original prints them. */
  thousands: (LossPoint & { epoch: number; batchInEpoch: number })[];
  epochs: EpochResult[];
  /** By the reader, in mid-run; in the order of the batches. Left out: none. */
  rateChanges?: RateChange[];
}

/** Where a run stands, enough to go on exactly from there. */
export interface Checkpoint {
  /** Batches done in all. */
  batch: number;
  weights: NamedWeight[];
  /** The optimizer's velocities, in the order of the weights; empty before the first step. */
  velocities: NamedWeight[];
  /** Adam's second moments, in the same order. */
  squares?: NamedWeight[];
  /** Sums that are under way at this batch. */
  sums: RunningSums;
}

export interface RunningSums {
  epochLoss: number;
  epochImages: number;
  epochSeconds: number;
  thousandLoss: number;
  thousandBatches: number;
  pointLoss: number;
  pointImages: number;
}

/** What an epoch left: enough to begin again from its end, exactly. */
export interface EpochState extends Omit<Checkpoint, "batch"> {
  /** From 1. */
  epoch: number;
}

/** A cell of a page as the reader had changed it when the run began. */
export interface RunEdit {
  /** Address of the page, such as `definir-la-red`. */
  page: string;
  cell: string;
  source: string;
}

export type RunStatus = "running" | "paused" | "stopped" | "finished" | "diverged";

export interface Run {
  id: string;
  /** Always 1: the store and the files of runs have versions of their own. */
  version: 1;
  hyperparameters: Hyperparameters;
  /** tf.layers' own JSON of the network. */
  topology: string;
  /** The id of the network among the offered ones, or of the reader's own; left out: the original's. */
  network?: string;
  /** The fingerprint of the weights that the link promised from which the run was begun. */
  expectedFingerprint?: string;
  /** Those that computed it, in their order; empty: nobody yet. */
  engine: EngineUse[];
  status: RunStatus;
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
  history: RunHistory;
  checkpoint: Checkpoint;
  /**
   * On the 10,000 test images, of the weights at the end of the latest epoch or of the run; in a run with
   * validation, of those with which the reader has opened the test.
   */
  evaluation?: Evaluation;
  /** Of the weights at the end of the latest epoch or of the run; left out: it has none. */
  validation?: Validation;
  /** How often its reader has opened the test of a run with validation; left out: never. */
  testLooks?: number;
  /** Given by the reader; left out: the one that `runName` makes of the id. */
  name?: string;
  /** The run and the epoch whose weights this one went on from. */
  parent?: { runId: string; epoch: number };
  /** The sweep that asked for it. */
  sweepId?: string;
  /** The changed cells that it used; left out: none. */
  edits?: RunEdit[];
}

/** Nothing of it is left to train. */
export function isOver({ status }: Pick<Run, "status">): boolean {
  return status === "finished" || status === "diverged" || status === "stopped";
}

/** The learning rate as the reader has set it last. */
export function presentRate({ history, hyperparameters }: Run): number {
  return history.rateChanges?.at(-1)?.learningRate ?? hyperparameters.learningRate;
}

/** The batches of one epoch; the last one may be partial. */
export function batchesPerEpoch(hyperparameters: Hyperparameters): number {
  return Math.ceil(epochImages(hyperparameters) / hyperparameters.batchSize);
}

/** All the batches of a run. */
export function totalBatches(hyperparameters: Hyperparameters): number {
  return hyperparameters.epochs * batchesPerEpoch(hyperparameters);
}
