// npm run train: the site's own training, in Node. Prints a line an epoch, then the results a class.
// Usage: npm run train -- [--epochs 30] [--batch-size 20] [--learning-rate 0.001] [--momentum 0.9]
//   [--dropout 0.4] [--seed 42] [--train-images 60000] [--threads 1]
//   [--optimizer sgd|nesterov|adam|adamw] [--weight-decay 0] [--schedule constant|cosine|one-cycle]
//   [--flip] [--alternating-flip] [--shift 2] [--erasing 0.25] [--label-smoothing 0.1] [--validation-images 10000] [--open-test]
//   [--class-weights 1121111111]
//   [--network topology.json] [--trainer engine|wasm|cpu] [--json]
//   [--out run.safetensors] [--reference]
// With --validation-images the test stays closed, unless --open-test opens it once, at the end.
// --reference writes the run that the site shows before the reader has one, into src/reference/.
import { writeFileSync } from "node:fs";
import { readDataset } from "../data-loaders/readDataset.js";
import { nodeTrainer } from "./training/nodeTrainer.js";
import { printClasses, printEpoch, printValidation } from "./training/printResults.js";
import { writeReferenceEpoch, writeReferenceRun } from "./training/writeReferenceRun.js";
import { parseTrainOptions, type TrainOptions } from "./training/trainOptions.js";
import type { Dataset } from "../src/lib/dataset/dataset.js";
import { runToSafetensors } from "../src/lib/files/runToSafetensors.js";
import { epochState } from "../src/lib/run/runRecord.js";
import { TrainingControl } from "../src/training/loop/control.js";
import type { Run } from "../src/lib/run/run.js";
import { newRun } from "../src/training/worker/newRun.js";
import { goOnAlone } from "../src/training/loop/goOnAlone.js";
import type { CreateTrainer } from "../src/training/loop/trainer.js";
import { trainRun } from "../src/training/loop/trainRun.js";

try {
  await train(readOptions());
} catch (error) {
  console.error(error instanceof Error ? error.message : error); // a network that cannot be trained
  process.exit(1);
}

async function train(options: TrainOptions): Promise<void> {
  const { hyperparameters, json, out } = options;
  const createTrainer = (threads = options.threads) => nodeTrainer(options.trainer, threads);
  const dataset = await readDataset();
  const run = await newRun(hyperparameters, options.topology);
  const startedAt = performance.now();
  const trainWith = (threads?: number) =>
    trainRun(run, {
      dataset,
      createTrainer: createTrainer(threads),
      control: new TrainingControl(),
      handlers: {
        onEpoch({ history }) {
          printEpoch(history.epochs.at(-1)!, json);
        },
        onSave(saved) {
          if (options.reference) writeLatestEpoch(saved);
          return Promise.resolve();
        },
      },
    });
  await goOnAlone(run, trainWith, () => {
    console.error("A thread of the engine does not answer: going on from the last epoch with one.");
  });
  if (run.status === "diverged") {
    throw new RangeError(
      `The loss is no longer a number after ${run.history.epochs.length} epoch(s): lower --learning-rate.`,
    );
  }
  const seconds = (performance.now() - startedAt) / 1000;
  if (options.opensTest && !run.evaluation) await openTest(run, dataset, createTrainer());
  if (run.evaluation) await printClasses(run, { labels: dataset.test.labels, seconds, json });
  else await printValidation(run, { seconds, json });
  if (out !== undefined) writeFileSync(out, await runToSafetensors(run));
  if (options.reference) {
    await writeReferenceRun(run, { dataset, createTrainer: createTrainer(), seconds });
  }
}

/** Evaluates the run's weights on the test images. */
async function openTest(
  run: Run,
  { train, test }: Dataset,
  createTrainer: CreateTrainer,
): Promise<void> {
  const { topology, hyperparameters, checkpoint: state } = run;
  const trainer = await createTrainer({ topology, hyperparameters, train, state });
  run.evaluation = await trainer.evaluate(test);
  trainer.dispose();
}

/** The last epoch's weights are those of the run itself. */
function writeLatestEpoch(run: Run): void {
  const state = epochState(run);
  if (state && state.epoch < run.hyperparameters.epochs)
    writeReferenceEpoch(state.epoch, state.weights);
}

/** Ends the program if they are wrong. */
function readOptions(): TrainOptions {
  try {
    return parseTrainOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}
