// npm run train: the site's own training, in Node. Prints a line an epoch, then the results a class.
// Usage: npm run train -- [--epochs 30] [--batch-size 20] [--learning-rate 0.001] [--momentum 0.9]
//   [--dropout 0.4] [--seed 42] [--train-images 60000] [--threads 1]
//   [--optimizer sgd|nesterov|adam|adamw] [--weight-decay 0] [--schedule constant|cosine|one-cycle]
//   [--network topology.json] [--trainer engine|wasm|cpu] [--json]
//   [--out run.safetensors] [--reference]
// --reference writes the run that the site shows before the reader has one, into src/reference/.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readDataset } from "../data-loaders/readDataset.js";
import { nodeTrainer } from "./training/nodeTrainer.js";
import { printClasses, printEpoch } from "./training/printResults.js";
import { writeReferenceRun } from "./training/writeReferenceRun.js";
import { parseHyperparameters, parseThreads, trainOptions } from "./training/trainOptions.js";
import { runToSafetensors } from "../src/lib/runToSafetensors.js";
import { TrainingControl } from "../src/training/control.js";
import { newRun } from "../src/training/newRun.js";
import { trainRun } from "../src/training/trainRun.js";

const { values } = parseArgs({ options: trainOptions });
const hyperparameters = parseHyperparameters(values);
const createTrainer = nodeTrainer(values.trainer, parseThreads(values.threads));
const dataset = await readDataset();
const topology = values.network === undefined ? undefined : readFileSync(values.network, "utf8");
const run = await newRun(hyperparameters, topology);
const startedAt = performance.now();
await trainRun(run, {
  dataset,
  createTrainer,
  control: new TrainingControl(),
  handlers: {
    onEpoch({ history }) {
      printEpoch(history.epochs.at(-1)!, values.json);
    },
  },
});
if (run.status === "diverged") {
  console.error(
    `The loss is no longer a number after ${run.history.epochs.length} epoch(s): lower --learning-rate.`,
  );
  process.exit(1);
}
const seconds = (performance.now() - startedAt) / 1000;
await printClasses(run, { labels: dataset.test.labels, seconds, json: values.json });
if (values.out !== undefined) writeFileSync(values.out, await runToSafetensors(run));
if (values.reference) await writeReferenceRun(run, { dataset, createTrainer, seconds });
