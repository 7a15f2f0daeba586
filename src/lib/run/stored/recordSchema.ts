// The parts of a run as the store holds them, checked where they are read: what is damaged is told by its field.
// Fields that are not known stay: a later version may have written them.
import * as v from "valibot";
import type { Hyperparameters } from "../hyperparameters.js";
import type { RunDetails, RunRecord, SavedEpoch } from "../runRecord.js";
import {
  anyLossSchema,
  historySchemas,
  hyperparametersSchema,
  identityEntries,
  ratioSchema,
  rightSchema,
} from "./runSchema.js";
import { checkpointSchema, epochStateSchema } from "./stateSchema.js";
import { textOf, timeSchema, wholeIn } from "../../schema/parts.js";
import { type Checked, readValue } from "../../schema/readValue.js";

const plannedSchema = v.looseObject({ hyperparameters: hyperparametersSchema });

/** A row of `runs`. */
export function readRecord(row: unknown): Checked<RunRecord> {
  const planned = readValue(plannedSchema, row, "");
  if (planned.problem !== undefined) return planned;
  const hyperparameters = planned.value.hyperparameters as unknown as Hyperparameters;
  const { batch, epochs, rateChanges } = historySchemas(hyperparameters, anyLossSchema);
  const schema = v.looseObject({
    ...identityEntries,
    epochs,
    rateChanges,
    batch,
    hasEvaluation: v.boolean(),
    evaluated: v.optional(v.object({ testLoss: anyLossSchema, testAccuracy: ratioSchema })),
    validated: v.optional(v.object({ loss: anyLossSchema, accuracy: ratioSchema })),
    savedEpochs: v.array(wholeIn(1)),
    detailBytes: wholeIn(0),
    epochBytes: wholeIn(0),
    sweepId: v.optional(textOf(300)),
    pinned: v.optional(v.boolean()),
    deletedAt: v.optional(timeSchema),
    importedAt: v.optional(timeSchema),
  });
  return readValue(schema, row) as Checked<RunRecord>;
}

const evaluationSchema = v.looseObject({
  loss: anyLossSchema,
  predictions: v.pipe(v.instance(Uint8Array), v.nonEmpty("una lista de números")),
  confidences: v.pipe(v.instance(Float32Array), v.nonEmpty("una lista de números")),
  accuracy: v.optional(ratioSchema),
});

/** A row of `details`, of a run with these hyperparameters. */
export function readDetails(row: unknown, hyperparameters: Hyperparameters): Checked<RunDetails> {
  if (row === undefined) return { problem: "faltan sus pesos y su curva" };
  const { batch, curve, thousands } = historySchemas(hyperparameters, anyLossSchema);
  const schema = v.looseObject({
    curve,
    thousands,
    checkpoint: checkpointSchema(batch),
    evaluation: v.optional(evaluationSchema),
    validation: v.optional(
      v.looseObject({
        loss: anyLossSchema,
        accuracy: ratioSchema,
        right: rightSchema(hyperparameters),
      }),
    ),
  });
  return readValue(schema, row) as Checked<RunDetails>;
}

/** The curve of a row of `details` whose weights may be damaged; empty where it is damaged too. */
export function readCurve(
  row: unknown,
  hyperparameters: Hyperparameters,
): Pick<RunDetails, "curve" | "thousands"> {
  const { curve, thousands } = historySchemas(hyperparameters, anyLossSchema);
  const { value } = readValue(v.looseObject({ curve, thousands }), row);
  return { curve: value?.curve ?? [], thousands: value?.thousands ?? [] };
}

/** A row of `epochs`. */
export function readEpoch(row: unknown): Checked<SavedEpoch> {
  return readValue(epochStateSchema, row) as Checked<SavedEpoch>;
}
