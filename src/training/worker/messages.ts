// What a page and its training worker say to each other.
import type { Backend } from "../tfjs/chooseBackend.js";
import type { Advance, ResumeOptions } from "../loop/control.js";
import type { StepInspection } from "../loop/inspectStep.js";
import type { DatasetFiles } from "../../lib/dataset/packedFiles.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { Evaluation } from "../../lib/network/metrics.js";
import type { RunPlan } from "./runOfPlan.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";
import type { EngineUse } from "../../lib/run/engineUse.js";
import type { Run, RunEdit, RunHistory, RunStatus } from "../../lib/run/run.js";
import type { RunConfiguration } from "../../lib/run/runConfiguration.js";

/** Where a training begins. */
export type TrainingStart = ConfiguredStart | SavedStart | PlannedStart;

/** A new run of a configuration. */
export interface ConfiguredStart extends RunConfiguration {
  from: "configuration";
  /** tf.layers' JSON of its network; left out: the original's. */
  topology?: string | undefined;
  /** The first digits of the SHA-256 of the weights that a link promises. */
  expectedFingerprint?: string | undefined;
  /** The reader's cells that made the network; left out: none. */
  edits?: readonly RunEdit[] | undefined;
}

/** A run of the store, from its checkpoint. */
export interface SavedStart {
  from: "save";
  runId: string;
  /** From its next step on; left out: as before. */
  learningRate?: number | undefined;
}

/** A run of a sweep: from its checkpoint if the store has it, else new. */
export interface PlannedStart {
  from: "plan";
  plan: RunPlan;
}

export type Request =
  | {
      type: "train";
      files: DatasetFiles;
      start: TrainingStart;
      /** Left out: the engine, or tfjs where the engine cannot. */
      backend?: Backend | undefined;
      /** The engine's threads; 0 or left out: as many as there may be. */
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
  | { type: "notice"; notice: Notice }
  /** Nothing goes on; `retry` if trying again may help. */
  | { type: "failed"; message: string; retry: boolean };

/** Something that the reader should know while training goes on. */
export interface Notice {
  /** A later notice about the same takes its place. */
  about: "saving" | "room" | "engine" | "thread" | "silence";
  /** In Spanish; undefined: what was said before holds no more. */
  message: string | undefined;
}

/** What is new since the progress before. */
export interface TrainingProgress {
  status: RunStatus;
  engine: EngineUse[];
  /** Batches done. */
  batch: number;
  /** Mean loss of the latest steps. */
  loss: number;
  imagesPerSecond: number;
  /** Until the run ends; NaN while unknown. */
  secondsLeft: number;
  newHistory: RunHistory;
  /** Whether leaving loses no result: the browser has kept the run, and goes on from there. */
  isSaved: boolean;
}
