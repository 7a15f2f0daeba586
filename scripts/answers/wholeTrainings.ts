// The answers that need the whole recipe: its first epoch against its last, and the same without dropout.
import { trainInNode } from "./trainInNode.js";
import type { ClassAccuracies, WholeTraining } from "../../src/lib/reports/answersReport.js";
import type { Dataset } from "../../src/lib/dataset/dataset.js";
import { classResults, confusionMatrix, worstConfusions } from "../../src/lib/network/metrics.js";
import { offeredNetworks } from "../../src/lib/network/offeredNetworks.js";
import type { EpochResult, Run } from "../../src/lib/run/run.js";

export async function firstAndLastEpoch(
  { train, test }: Dataset,
  epochs: number,
): Promise<{ original: WholeTraining; firstEpoch: ClassAccuracies; lastEpoch: ClassAccuracies }> {
  const classes: ClassAccuracies[] = [];
  const handlers = {
    onEpoch: ({ evaluation }: Run) => {
      classes.push(classAccuracies(evaluation!.predictions, test.labels));
    },
  };
  const run = await trainInNode({ train, test }, { epochs }, handlers);
  return { original: describe(run), firstEpoch: classes[0]!, lastEpoch: classes.at(-1)! };
}

export async function withoutDropout(dataset: Dataset, epochs: number): Promise<WholeTraining> {
  return describe(await trainInNode(dataset, { epochs, dropoutRate: 0 }));
}

/** The offered network without convolution, by the same recipe. */
export async function withoutConvolution(dataset: Dataset, epochs: number): Promise<WholeTraining> {
  const { topology } = offeredNetworks.find(({ id }) => id === "densa")!;
  return describe(await trainInNode(dataset, { epochs }, { topology: topology(DROPOUT_RATE) }));
}

/** The original's. */
const DROPOUT_RATE = 0.4;

function describe({ hyperparameters, history, checkpoint }: Run): WholeTraining {
  const { dropoutRate, epochs } = hyperparameters;
  const parameters = checkpoint.weights.reduce((sum, { values }) => sum + values.length, 0);
  const tested = history.epochs as Required<EpochResult>[]; // no validation: the test is open
  const { loss, testLoss, testAccuracy } = tested.at(-1)!;
  const [best] = [...tested].sort((a, b) => a.testLoss - b.testLoss);
  const { testLoss: bestTestLoss, epoch: bestEpoch } = best!;
  const results = { loss, testLoss, bestTestLoss, bestEpoch, testAccuracy };
  return { dropoutRate, epochs, parameters, ...results };
}

function classAccuracies(predictions: Uint8Array, labels: Uint8Array): ClassAccuracies {
  const matrix = confusionMatrix(predictions, labels);
  const all = worstConfusions(matrix, Infinity);
  return {
    classAccuracy: classResults(matrix).map(({ accuracy }) => accuracy),
    takenFor: matrix.map((_, c) => all.find(({ label }) => label === c)?.prediction ?? c),
  };
}
