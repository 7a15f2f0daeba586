// A run as the store keeps it, in three parts, so that a list of runs is read without what is heavy:
// the record; its details (checkpoint, evaluation, curve); and the weights that each epoch left.
import {
  batchesPerEpoch,
  type EpochState,
  type Run,
  type RunHistory,
  type Validation,
} from "./run.js";
import type { NamedWeight } from "../network/namedWeight.js";
import { evaluatedResult, type TestResult } from "./heldOut/testResult.js";

/** What a list of runs needs. */
export interface RunRecord extends Omit<
  Run,
  "checkpoint" | "evaluation" | "validation" | "history"
> {
  epochs: RunHistory["epochs"];
  rateChanges?: RunHistory["rateChanges"];
  /** Batches done. */
  batch: number;
  hasEvaluation: boolean;
  /** The result of the evaluation; left out: it is that of the latest epoch, if any. */
  evaluated?: TestResult;
  /** The result of the validation; left out: it is that of the latest epoch, if any. */
  validated?: Omit<Validation, "right">;
  /** The epochs whose weights are stored, in order. */
  savedEpochs: number[];
  /** Size of the details in the store, about. */
  detailBytes: number;
  /** Size of one epoch's weights and optimizer in the store. */
  epochBytes: number;
  /** Never dropped to make room. */
  pinned?: boolean;
  /** When the reader deleted it; it can still come back. */
  deletedAt?: number;
  /** When it came in a file; left out: it was trained in this browser. */
  importedAt?: number;
}

export interface RunDetails extends Pick<Run, "id" | "checkpoint" | "evaluation" | "validation"> {
  curve: RunHistory["curve"];
  thousands: RunHistory["thousands"];
}

export interface SavedEpoch extends EpochState {
  runId: string;
}

/** What the record takes itself, about: its topology, its epochs. */
const RECORD_BYTES = 10_000;
const POINT_BYTES = 24;

/** Bytes of everything that the run stores, about. */
export function recordBytes({ detailBytes, epochBytes, savedEpochs }: RunRecord): number {
  return RECORD_BYTES + detailBytes + epochBytes * savedEpochs.length;
}

/** The epochs whose weights are stored and after which something is left to train, in order. */
export function epochsToGoOn({
  hyperparameters,
  savedEpochs,
}: Pick<RunRecord, "hyperparameters" | "savedEpochs">): number[] {
  return savedEpochs.filter((epoch) => epoch < hyperparameters.epochs);
}

/** The run's record and details; what the reader has done with it is taken from the record before. */
export function splitRun(run: Run, before?: RunRecord): { record: RunRecord; details: RunDetails } {
  const { checkpoint, evaluation, validation, history, ...rest } = run;
  const { curve, thousands, epochs, rateChanges } = history;
  const epochBytes = stateBytes(checkpoint);
  const evaluated = evaluation && evaluatedResult(evaluation);
  const record: RunRecord = {
    ...rest,
    epochs,
    ...(rateChanges && { rateChanges }),
    batch: checkpoint.batch,
    hasEvaluation: evaluation !== undefined,
    ...(evaluated && { evaluated }),
    ...(validation && { validated: resultOf(validation) }),
    savedEpochs: before?.savedEpochs ?? [],
    detailBytes:
      epochBytes +
      POINT_BYTES * (curve.length + thousands.length) +
      (evaluation ? evaluation.predictions.byteLength + evaluation.confidences.byteLength : 0) +
      (validation?.right.byteLength ?? 0),
    epochBytes: Math.max(epochBytes, before?.epochBytes ?? 0),
    ...looksOf(run, before),
    ...(before?.name !== undefined && { name: before.name }),
    ...(before?.pinned && { pinned: true }),
    ...(before?.deletedAt !== undefined && { deletedAt: before.deletedAt }),
    ...(before?.importedAt !== undefined && { importedAt: before.importedAt }),
  };
  const details: RunDetails = { id: run.id, checkpoint, curve, thousands };
  if (evaluation) details.evaluation = evaluation;
  if (validation) details.validation = validation;
  return { record, details };
}

/** The run that a record and its details make. */
export function joinRun(record: RunRecord, details: RunDetails): Run {
  const { epochs, rateChanges } = record;
  const { checkpoint, evaluation, validation, curve, thousands } = details;
  const own = Object.entries(record).filter(([name]) => !ofTheRecord.has(name));
  return {
    ...(Object.fromEntries(own) as unknown as Omit<RunRecord, RecordOnly>),
    checkpoint,
    history: { curve, thousands, epochs, ...(rateChanges && { rateChanges }) },
    ...(evaluation && { evaluation }),
    ...(validation && { validation }),
  };
}

const recordOnly = [
  ...(["epochs", "rateChanges", "batch", "hasEvaluation", "savedEpochs"] as const),
  ...([
    "evaluated",
    "validated",
    "detailBytes",
    "epochBytes",
    "pinned",
    "deletedAt",
    "importedAt",
  ] as const),
];
type RecordOnly = (typeof recordOnly)[number];
const ofTheRecord: ReadonlySet<string> = new Set(recordOnly);

/** The weights at the end of the epoch that the run has just closed; undefined elsewhere. */
export function epochState({ hyperparameters, checkpoint, history }: Run): EpochState | undefined {
  const { batch, ...state } = checkpoint;
  const epoch = batch / batchesPerEpoch(hyperparameters);
  return history.epochs.at(-1)?.epoch === epoch ? { epoch, ...state } : undefined;
}

/** What a reader has seen is not unseen by a tab that saves the run without knowing of it. */
function looksOf(run: Run, before: RunRecord | undefined): Pick<Run, "testLooks"> {
  const testLooks = Math.max(run.testLooks ?? 0, before?.testLooks ?? 0);
  return testLooks > 0 ? { testLooks } : {};
}

function resultOf({ loss, accuracy }: Validation): Omit<Validation, "right"> {
  return { loss, accuracy };
}

function stateBytes({ weights, velocities, squares = [] }: Omit<EpochState, "epoch">): number {
  const bytes = (list: readonly NamedWeight[]) =>
    list.reduce((sum, { values }) => sum + values.byteLength, 0);
  return bytes(weights) + bytes(velocities) + bytes(squares);
}
