// Runs of two short epochs on real images; a smaller test set keeps the evaluations short.
import { readDataset } from "../../../data-loaders/readDataset.js";
import { nodeTrainer } from "../../../scripts/training/nodeTrainer.js";
import type { Dataset } from "../../../src/lib/dataset/dataset.js";
import {
  defaultHyperparameters,
  type Hyperparameters,
} from "../../../src/lib/run/hyperparameters.js";
import type { Run } from "../../../src/lib/run/run.js";
import { TrainingControl } from "../../../src/training/loop/control.js";
import { trainRun, type TrainingHandlers } from "../../../src/training/loop/trainRun.js";

export const createTrainer = nodeTrainer("wasm");

const { train: trainingSet, test: all } = await readDataset();
const test = {
  images: all.images.subarray(0, 784_000),
  labels: all.labels.subarray(0, 1000),
  count: 1000,
};
export const dataset: Dataset = { train: trainingSet, test };

export const short: Hyperparameters = {
  ...defaultHyperparameters,
  epochs: 2,
  trainImages: 510,
  learningRate: 0.01,
};

export async function train(
  run: Run,
  {
    control = new TrainingControl(),
    handlers,
  }: { control?: TrainingControl; handlers?: TrainingHandlers } = {},
): Promise<Run> {
  await trainRun(run, { dataset, createTrainer, control, ...(handlers ? { handlers } : {}) });
  return run;
}

export const weightsOf = ({ checkpoint }: Run) =>
  checkpoint.weights.map(({ values }) => Array.from(values));
