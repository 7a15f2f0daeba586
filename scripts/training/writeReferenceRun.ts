// Writes the reference run into src/reference/: its history and evaluations as JSON, its weights as
// safetensors, with where they come from; and the weights that each epoch left, to be looked at.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { float16Format } from "./float16Format.js";
import type { Dataset } from "../../src/lib/dataset/dataset.js";
import { byName, encodeReferenceRun, REFERENCE_ID } from "../../src/lib/files/referenceRun.js";
import { encodeSafetensors } from "../../src/lib/files/safetensors.js";
import type { NamedWeight } from "../../src/lib/network/namedWeight.js";
import type { Run } from "../../src/lib/run/run.js";
import { newRun } from "../../src/training/worker/newRun.js";
import type { CreateTrainer } from "../../src/training/loop/trainer.js";

const FOLDER = "src/reference";

/** The weights that an epoch left, half the size and no longer exact; 0: the initial ones. */
export function writeReferenceEpoch(epoch: number, weights: readonly NamedWeight[]): void {
  const name = String(epoch).padStart(2, "0");
  mkdirSync(`${FOLDER}/epochs`, { recursive: true });
  const bytes = encodeSafetensors({ tensors: byName(weights), metadata: {} }, float16Format);
  writeFileSync(`${FOLDER}/epochs/${name}.safetensors`, bytes);
}

export async function writeReferenceRun(
  run: Run,
  context: { dataset: Dataset; createTrainer: CreateTrainer; seconds: number },
): Promise<void> {
  const { dataset, createTrainer, seconds } = context;
  const { topology, hyperparameters, checkpoint } = await newRun(run.hyperparameters);
  const trainer = await createTrainer({
    topology,
    hyperparameters,
    train: dataset.train,
    state: checkpoint,
  });
  writeReferenceEpoch(0, checkpoint.weights);
  const initialEvaluation = await trainer.evaluate(dataset.test);
  trainer.dispose();
  const provenance = {
    command: `npm run train -- ${process.argv.slice(2).join(" ")}`,
    date: new Date(run.updatedAt).toISOString(),
    machine: `${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}`,
    seconds: Math.round(seconds),
  };
  mkdirSync(FOLDER, { recursive: true });
  const { json, weights } = encodeReferenceRun({
    ...run,
    id: REFERENCE_ID,
    provenance,
    initialEvaluation,
  });
  writeFileSync(`${FOLDER}/run.json`, `${JSON.stringify(json)}\n`);
  writeFileSync(`${FOLDER}/weights.safetensors`, weights);
}
