// The reference run: made by `npm run train -- --reference`, committed, and shown on every page until
// the reader has a run of their own. Its JSON writes the evaluation's arrays compactly.
import type { Evaluation } from "../network/metrics.js";
import type { Checkpoint, Run } from "../run/run.js";
import type { NamedWeight } from "../network/namedWeight.js";
import { decodeSafetensors, encodeSafetensors, type FileTensor } from "./safetensors.js";
import { InternalError } from "../errors/internalError.js";

/** Its id, which no run of a reader has. */
export const REFERENCE_ID = "reference";

export interface Provenance {
  command: string;
  /** ISO 8601. */
  date: string;
  machine: string;
  /** Seconds of the whole run, evaluations included. */
  seconds: number;
}

export interface ReferenceRun extends Run {
  provenance: Provenance;
  /** The result of the initial weights, before any training. */
  initialEvaluation: Evaluation;
}

interface CompactEvaluation {
  loss: number;
  /** One digit an image. */
  predictions: string;
  /** Thousandths. */
  confidences: number[];
}

export type ReferenceRunJson = Omit<
  ReferenceRun,
  "checkpoint" | "evaluation" | "initialEvaluation"
> & {
  checkpoint: Omit<Checkpoint, "weights" | "velocities">;
  evaluation: CompactEvaluation;
  initialEvaluation: CompactEvaluation;
};

/** Weights as a file of the run has them, in their order. Throws a FileFormatError. */
export function decodeReferenceWeights(bytes: Uint8Array): NamedWeight[] {
  return Object.entries(decodeSafetensors(bytes).tensors).map(([name, tensor]) => ({
    name,
    ...tensor,
  }));
}

/** The two files of the run: its JSON, and its weights under tf.layers' names as safetensors. */
export function encodeReferenceRun(run: ReferenceRun): {
  json: ReferenceRunJson;
  weights: Uint8Array;
} {
  const { checkpoint, evaluation, initialEvaluation, ...rest } = run;
  if (!evaluation) throw new InternalError("a reference run must have been evaluated");
  const { batch, sums, weights } = checkpoint;
  return {
    json: {
      ...rest,
      checkpoint: { batch, sums },
      evaluation: compact(evaluation),
      initialEvaluation: compact(initialEvaluation),
    },
    weights: encodeSafetensors({ tensors: byName(weights), metadata: {} }),
  };
}

/** The run as the site uses it. It is finished, so its optimizer's state is not saved. */
export function decodeReferenceRun(json: ReferenceRunJson, weights: Uint8Array): ReferenceRun {
  return {
    ...json,
    checkpoint: { ...json.checkpoint, weights: decodeReferenceWeights(weights), velocities: [] },
    evaluation: expand(json.evaluation),
    initialEvaluation: expand(json.initialEvaluation),
  };
}

/** For a safetensors file. */
export function byName(weights: readonly NamedWeight[]): Record<string, FileTensor> {
  return Object.fromEntries(weights.map(({ name, ...tensor }) => [name, tensor]));
}

function compact({ loss, predictions, confidences }: Evaluation): CompactEvaluation {
  return {
    loss,
    predictions: predictions.join(""),
    confidences: Array.from(confidences, (confidence) => Math.round(1000 * confidence)),
  };
}

function expand({ loss, predictions, confidences }: CompactEvaluation): Evaluation {
  return {
    loss,
    predictions: Uint8Array.from(predictions, Number),
    confidences: Float32Array.from(confidences, (thousandths) => thousandths / 1000),
  };
}
