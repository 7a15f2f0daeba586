// A training from its beginning to its end, on the original's recipe but for the changes given.
import { nodeTrainer } from "../training/nodeTrainer.js";
import type { Dataset } from "../../src/lib/dataset/dataset.js";
import { defaultHyperparameters, type Hyperparameters } from "../../src/lib/run/hyperparameters.js";
import type { Run } from "../../src/lib/run/run.js";
import { TrainingControl } from "../../src/training/loop/control.js";
import { newRun } from "../../src/training/worker/newRun.js";
import { trainRun, type TrainingHandlers } from "../../src/training/loop/trainRun.js";

export const createTrainer = nodeTrainer("engine");

/** The run, finished or diverged. @param options.topology of another network than the original's */
export async function trainInNode(
  dataset: Dataset,
  changes: Partial<Hyperparameters>,
  { topology, ...handlers }: TrainingHandlers & { topology?: string | undefined } = {},
): Promise<Run> {
  const run = await newRun({ ...defaultHyperparameters, ...changes }, topology);
  await trainRun(run, { dataset, createTrainer, control: new TrainingControl(), handlers });
  process.stderr.write(`${JSON.stringify(changes)}: ${run.status}\n`);
  return run;
}
