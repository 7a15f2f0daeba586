// The answers about sweeps, as their page asks for them: 2,000 images, one epoch, three seeds.
import { trainInNode } from "./trainInNode.js";
import type { SweepAnswer } from "../../src/lib/reports/answersReport.js";
import type { Dataset } from "../../src/lib/dataset/dataset.js";
import { defaultHyperparameters, type Hyperparameters } from "../../src/lib/run/hyperparameters.js";
import { splitRun } from "../../src/lib/run/runRecord.js";
import { expandSweep } from "../../src/lib/sweep/sweep.js";
import type { SweepAxis } from "../../src/lib/sweep/sweepAxis.js";
import { sweepCells } from "../../src/lib/sweep/sweepResults.js";

const SEEDS = [1, 2, 3];

export async function sweepAnswer(
  dataset: Dataset,
  axis: SweepAxis,
  changes: Partial<Hyperparameters> = {},
): Promise<SweepAnswer> {
  const base = { ...defaultHyperparameters, epochs: 1, trainImages: 2000, ...changes };
  const plan = { base, axes: [axis], seeds: SEEDS };
  const records = [];
  for (const { hyperparameters } of expandSweep(plan)) {
    records.push(splitRun(await trainInNode(dataset, hyperparameters)).record);
  }
  const runIds = records.map(({ id }) => id);
  const cells = sweepCells({ ...plan, runIds }, records);
  return { axes: plan.axes, seeds: SEEDS, cells };
}
