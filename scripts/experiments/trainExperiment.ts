// One run of the plan, by the very code of `npm run train`, as the result that its file holds.
import { availableParallelism, cpus } from "node:os";
import type { PlannedRun } from "./plan.js";
import type { ExperimentResult, JudgedImages } from "./resultFile.js";
import { nodeTrainer } from "../training/nodeTrainer.js";
import type { Dataset, ImageSet } from "../../src/lib/dataset/dataset.js";
import { learnedCount } from "../../src/lib/network/learnedCount.js";
import { PERMALINK_VERSION } from "../../src/lib/run/permalink.js";
import type { EpochResult, Run } from "../../src/lib/run/run.js";
import { configuredTopology } from "../../src/lib/run/runConfiguration.js";
import { weightsSha256 } from "../../src/lib/run/weightsSha256.js";
import { whyNotRepeatable } from "../../src/lib/run/compared/whyNotRepeatable.js";
import { validationSet } from "../../src/training/batches/splitTraining.js";
import type { TrainingControl } from "../../src/training/loop/control.js";
import { goOnAlone } from "../../src/training/loop/goOnAlone.js";
import type { CreateTrainer } from "../../src/training/loop/trainer.js";
import { trainRun } from "../../src/training/loop/trainRun.js";
import { newRun } from "../../src/training/worker/newRun.js";

/** As many threads as cores: they change no bit. */
export const THREADS = availableParallelism();
export const MACHINE = `${cpus()[0]?.model ?? "?"}, ${THREADS} cores, Node ${process.versions.node}`;

export interface TrainContext {
  dataset: Dataset;
  control: TrainingControl;
}

/** Undefined if it was stopped. Throws an Error if what trained it does not give the same bits everywhere. */
export async function trainExperiment(
  planned: PlannedRun,
  { dataset, control }: TrainContext,
): Promise<ExperimentResult | undefined> {
  const { variant, epochs, seed, configuration } = planned;
  const run = await newRun(
    configuration.hyperparameters,
    configuredTopology(configuration, undefined),
  );
  const startedAt = performance.now();
  const train = (threads = THREADS) =>
    trainRun(run, { dataset, control, createTrainer: nodeTrainer("engine", threads) });
  await goOnAlone(run, train, () => {
    process.stderr.write("A thread does not answer: going on from the last epoch with one.\n");
  });
  if (run.status !== "finished" && run.status !== "diverged") return undefined;
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    variant: variant.id,
    epochs,
    seed,
    configuration,
    parameters: learnedCount(run.checkpoint.weights),
    versions: { recipe: PERMALINK_VERSION, node: process.versions.node },
    machine: MACHINE,
    threads: THREADS,
    date: new Date().toISOString(),
    seconds: Math.round(10 * seconds) / 10,
    status: run.status,
    history: run.history.epochs.map(closedEpoch),
    ...(run.status === "finished" && (await resultsOf(run, dataset))),
  };
}

/** Without what the test gave on the way: a run is judged by its end, and nobody chooses an epoch by the test. */
function closedEpoch({ seconds, ...result }: EpochResult): EpochResult {
  const closed = { ...result, seconds: Math.round(1000 * seconds) / 1000 };
  delete closed.testLoss;
  delete closed.testAccuracy;
  return closed;
}

async function resultsOf(run: Run, dataset: Dataset) {
  const whyNot = whyNotRepeatable(run);
  if (whyNot !== undefined) throw new Error(`a run that can be repeated expected: ${whyNot}`);
  const set = validationSet(dataset.train, run.hyperparameters);
  const judged = await judge(run, set ?? dataset.test);
  return {
    weightsSha256: await weightsSha256(run.checkpoint.weights),
    ...(set ? { validation: judged } : { test: judged }),
  };
}

/** What its last weights say of the images. */
async function judge(run: Run, images: ImageSet): Promise<JudgedImages> {
  const { topology, hyperparameters, checkpoint: state } = run;
  const createTrainer: CreateTrainer = nodeTrainer("engine", THREADS);
  const trainer = await createTrainer({ topology, hyperparameters, train: images, state });
  const { loss, accuracy, predictions } = await trainer.evaluate(images);
  trainer.dispose();
  return { loss, accuracy, predictions: predictions.join("") };
}
