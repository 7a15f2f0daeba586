// What `npm run experiments` found, a row for each variant of the plan and number of epochs: over seeds, by
// validation, or by the test where the plan opens it.
import { withFields } from "./withFields.js";
import type { Interval } from "../numbers/meanInterval.js";
import type { HeldOutSet } from "../run/heldOut/heldOut.js";
import type { PairedVerdict } from "../run/compared/pairedVerdict.js";

/** `ideas` and `candidates` are judged by validation; `reach`, how far it goes, by the test, once. */
export type ExperimentPart = "ideas" | "candidates" | "reach";

export interface RowRun {
  seed: number;
  /** 0–1. */
  accuracy: number;
  /** The link that gives the run again, with its fingerprint. */
  query: string;
}

export interface MeanOfSeeds {
  mean: number;
  /** In which it lies with 95 % confidence; left out for less than two seeds. */
  interval?: Interval;
}

/** What the finished runs of a row say together. */
export interface RowResult {
  set: HeldOutSet;
  accuracy: MeanOfSeeds;
  /** The same without the test images that are in training too; of the test alone. */
  withoutShared?: MeanOfSeeds;
  /** The part of each class that is found, 0–1, [10]: the mean of the seeds. */
  recall: number[];
  parameters: number;
  /** Of a run, the median of those of the report's `timedOn`; left out where it has computed none. */
  seconds?: number;
  /** Against the original with the same seeds and epochs; left out for itself, and where it has no pair. */
  verdict?: PairedVerdict;
}

export interface ExperimentRow {
  id: string;
  part: ExperimentPart;
  /** In Spanish. */
  name: string;
  epochs: number;
  plannedSeeds: number;
  /** The accuracy on the test that the plan wants to reach, 0–1. */
  goal?: number;
  /** Of the recipe, without a seed; left out: nobody has chosen it yet. */
  query?: string;
  /** Those that finished, by seed. */
  runs: RowRun[];
  diverged: number;
  /** Left out: no run has finished. */
  result?: RowResult;
}

export interface ExperimentReport {
  /** ISO 8601, of the latest run; empty where there is none. */
  date: string;
  machines: string[];
  /** The machine with most of the runs: the seconds are those that it took. */
  timedOn: string;
  /** How many test images are in training too, pixel by pixel. */
  sharedImages: number;
  rows: ExperimentRow[];
}

/** The report that a JSON value holds. Throws an InternalError that names what is missing. */
export function parseExperimentReport(value: unknown): ExperimentReport {
  return withFields<ExperimentReport>(value, "a report of experiments", REQUIRED);
}

const REQUIRED = ["date", "machines", "timedOn", "sharedImages", "rows"] as const;
