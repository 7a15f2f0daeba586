// What a page and its training worker say to each other.
import type { Backend } from "../tfjs/chooseBackend.js";
import type { Advance, ResumeOptions } from "../loop/control.js";
import type { StepInspection } from "../loop/inspectStep.js";
import type { DatasetFiles } from "../../lib/dataset/packedFiles.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { Evaluation } from "../../lib/network/metrics.js";
import type { PlannedRun } from "./plannedRun.js";
import type { Run, RunEdit, RunHistory, RunStatus } from "../../lib/run/run.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";
import type { RunConfiguration } from "../../lib/run/runConfiguration.js";

/** A run to go on with, what a new one is made from, or a run of a sweep. */
export type TrainingStart = KeptRun | { run: Run } | { planned: PlannedRun } | NewTraining;

export interface KeptRun {
  runId: string;
  /** From its next step on; left out: as before. */
  learningRate?: number | undefined;
}

export interface NewTraining extends RunConfiguration {
  /** tf.layers' JSON of its network; left out: the original's. */
  topology?: string | undefined;
  /** Of the weights that a link promises. */
  expectedFingerprint?: string | undefined;
  /** The reader's cells that made the network; left out: none. */
  edits?: readonly RunEdit[] | undefined;
}

export type Request =
  | {
      type: "train";
      files: DatasetFiles;
      start: TrainingStart;
      /** Left out: the engine, or tfjs where the engine cannot. */
      backend?: Backend | undefined;
      /** Of the engine; 0 or left out: as many as there may be. */
      threads?: number | undefined;
      /** How far before it pauses; left out: to the end. */
      advance?: Advance | undefined;
    }
  | { type: "pause" }
  | ({ type: "resume" } & ResumeOptions)
  | { type: "stop" }
  | {
      type: "evaluate";
      topology: string;
      weights: NamedWeight[];
      images: ImageSet;
    };

export type Reply =
  | { type: "loading"; receivedBytes: number; totalBytes: number }
  | { type: "preparing" }
  | { type: "started"; run: Run }
  | { type: "progress"; progress: TrainingProgress }
  | { type: "inspected"; inspection: StepInspection }
  | { type: "ended"; run: Run }
  | { type: "evaluated"; evaluation: Evaluation }
  /** Training goes on, but the reader should know something: nothing is kept, or tfjs is computing. */
  | { type: "notice"; message: string }
  /** Nothing goes on; `retry` if trying again may help. */
  | { type: "failed"; message: string; retry: boolean };

/** What is new since the progress before. */
export interface TrainingProgress {
  status: RunStatus;
  engine: string;
  /** Batches done. */
  batch: number;
  /** Mean loss of the latest steps. */
  loss: number;
  imagesPerSecond: number;
  /** Until the run ends; NaN while unknown. */
  secondsLeft: number;
  newHistory: RunHistory;
  /** Batches done when the run was kept last. */
  savedBatch: number;
}
