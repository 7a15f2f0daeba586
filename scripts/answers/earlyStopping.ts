// A network that learns its few images by heart: its losses epoch by epoch, and what the test says of the epoch that
// validation chooses, and of the last.
import { testAccuracy } from "./askNetwork.js";
import { trainInNode } from "./trainInNode.js";
import type { Dataset } from "../../src/lib/dataset/dataset.js";
import type { EarlyStopping } from "../../src/lib/reports/answersReport.js";
import type { Run } from "../../src/lib/run/run.js";

const recipe = {
  epochs: 40,
  trainImages: 3000,
  validationImages: 1000,
  learningRate: 0.01,
  dropoutRate: 0,
};

export async function earlyStopping(dataset: Dataset): Promise<EarlyStopping> {
  const tests: number[] = [];
  // A run is saved at the end of each epoch, and now and then in its midst.
  const onSave = async (run: Run) => {
    if (run.history.epochs.length > tests.length) tests.push(await testAccuracy(run, dataset));
  };
  const { history } = await trainInNode(dataset, recipe, { onSave });
  const losses = history.epochs.map(({ loss }) => loss);
  const validationLosses = history.epochs.map(({ validationLoss }) => validationLoss!);
  const best = validationLosses.indexOf(Math.min(...validationLosses));
  return {
    ...recipe,
    losses,
    validationLosses,
    bestEpoch: best + 1,
    bestTestAccuracy: tests[best]!,
    lastTestAccuracy: tests.at(-1)!,
  };
}
