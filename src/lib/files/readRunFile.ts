// The runs in a file that the reader chose, checked field by field: only what is known, sound and possible
// gets through, rebuilt, and a FileFormatError says in Spanish what is not.
import * as v from "valibot";
import { TEST_IMAGES } from "../dataset/dataset.js";
import { damagedFile } from "./fileFormatError.js";
import type { weightsProblem } from "../network/weightsProblem.js";
import { type Hyperparameters, hyperparameterDefinitions } from "../run/hyperparameters.js";
import type { EpochState, Run } from "../run/run.js";
import { LONGEST_NAME } from "../run/runName.js";
import { networkIds } from "../run/runConfiguration.js";
import {
  historySchemas,
  hyperparametersSchema,
  identityEntries,
  ratioSchema,
  rightSchema,
  soundLossSchema,
} from "../run/stored/runSchema.js";
import { checkpointSchema, epochStateSchema, isAlike } from "../run/stored/stateSchema.js";
import { listOf, textOf, wholeIn } from "../schema/parts.js";
import { readValue } from "../schema/readValue.js";

/** A run as a file carries it. */
export interface ExportedRun {
  run: Run;
  epochs: EpochState[];
  pinned: boolean;
}

const MOST_RUNS = 1000;

const fileSchema = v.pipe(
  listOf(
    v.looseObject({ run: v.looseObject({ hyperparameters: hyperparametersSchema }) }),
    MOST_RUNS,
  ),
  v.nonEmpty("una lista con algún entrenamiento"),
);

/**
 * @param options.weightsProblem says what does not agree of weights and their network: the network is built for it
 * @throws FileFormatError, in Spanish, by the field
 */
export async function readRunFile(
  runs: unknown,
  options: { weightsProblem: typeof weightsProblem },
): Promise<ExportedRun[]> {
  const found = checked(fileSchema, runs, "runs");
  const read: ExportedRun[] = [];
  for (const [i, entry] of found.entries()) {
    const place = `runs[${i}]`;
    const known = entry.run.hyperparameters as unknown as Hyperparameters;
    const { run, epochs, pinned } = checked(exportedSchema(known), entry, place);
    const problem = await options.weightsProblem(run.topology, run.checkpoint.weights);
    if (problem !== undefined)
      throw damagedFile(`en «${place}.run.checkpoint.weights», ${problem}`);
    read.push({ run: asSaved(run), epochs: epochs, pinned });
  }
  return read;
}

/** Paused where nobody trains it here, and not of a time to come: the reader's own would seem older. */
function asSaved(run: Run): Run {
  const { status, createdAt, updatedAt } = run;
  const now = Date.now();
  return {
    ...run,
    status: status === "running" ? "paused" : status,
    createdAt: Math.min(createdAt, now),
    updatedAt: Math.min(updatedAt, now),
  };
}

/** One run with what its epochs left; the sweep that asked for it is not in the file. */
function exportedSchema(hyperparameters: Hyperparameters) {
  const { batch, ...history } = historySchemas(hyperparameters, soundLossSchema);
  const run = v.object({
    ...identityEntries,
    hyperparameters: v.pipe(
      hyperparametersSchema,
      v.transform((values) => onlyKnown(values)),
    ),
    name: v.exactOptional(nameSchema),
    network: v.exactOptional(networkSchema),
    expectedFingerprint: v.exactOptional(v.string()),
    testLooks: v.exactOptional(wholeIn(1)),
    parent: v.exactOptional(
      v.object({ runId: textOf(300), epoch: wholeIn(1, hyperparameters.epochs) }),
    ),
    edits: v.exactOptional(identityEntries.edits.wrapped),
    history: v.object({ ...history, rateChanges: v.exactOptional(history.rateChanges.wrapped) }),
    checkpoint: checkpointSchema(batch),
    evaluation: v.exactOptional(evaluationSchema),
    validation: v.exactOptional(validationSchema(hyperparameters)),
  });
  const exported = v.object({
    run,
    epochs: listOf(epochStateSchema, hyperparameters.epochs),
    pinned: v.optional(v.boolean(), false),
  });
  type Exported = v.InferOutput<typeof exported>;
  const areOwn = ({ run: { history, checkpoint }, epochs }: Exported) =>
    epochs.every(
      ({ epoch, weights }) =>
        history.epochs.some((result) => result.epoch === epoch) &&
        isAlike(weights, checkpoint.weights),
    );
  return v.pipe(exported, v.forward(v.check(areOwn, "lo que dejaron sus épocas"), ["epochs"]));
}

const nameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty("un nombre que no esté en blanco"),
  v.transform((name) => name.slice(0, LONGEST_NAME)),
);

const networkSchema = v.pipe(
  v.string(),
  v.check((id) => networkIds.includes(id), "una de las redes del cuaderno"),
);

/** One, and what float32 may add to it. */
const MOST_CONFIDENT = 1.001;
const PREDICTIONS = "una lista con la clase, de 0 a 9, de cada imagen de prueba";
const CONFIDENCES = "una lista con la probabilidad, de 0 a 1, de cada imagen de prueba";

const evaluationSchema = v.object({
  loss: soundLossSchema,
  predictions: v.pipe(
    v.instance(Uint8Array, PREDICTIONS),
    v.check((all) => all.length === TEST_IMAGES && all.every((one) => one < 10), PREDICTIONS),
  ),
  confidences: v.pipe(
    v.instance(Float32Array, CONFIDENCES),
    v.check((all) => all.length === TEST_IMAGES && all.every(isRatio), CONFIDENCES),
  ),
  accuracy: v.exactOptional(ratioSchema),
});

function validationSchema(hyperparameters: Hyperparameters) {
  const right = rightSchema(hyperparameters);
  return v.object({ loss: soundLossSchema, accuracy: ratioSchema, right });
}

function isRatio(share: number): boolean {
  return share >= 0 && share <= MOST_CONFIDENT;
}

const knownNames = new Set<string>([
  ...hyperparameterDefinitions.map(({ name }) => name),
  "epochImages", // written down by the run itself
]);

function onlyKnown(values: object): Hyperparameters {
  const known = Object.entries(values).filter(([name]) => knownNames.has(name));
  return Object.fromEntries(known) as unknown as Hyperparameters;
}

function checked<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  place: string,
): v.InferOutput<Schema> {
  const { value: found, problem } = readValue(schema, value, place);
  if (problem !== undefined) throw damagedFile(problem);
  return found;
}
