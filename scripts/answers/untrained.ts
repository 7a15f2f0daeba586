// The answers about networks that have not been trained: what they get right by chance.
import { createTrainer } from "./trainInNode.js";
import type { Untrained } from "../../src/lib/reports/answersReport.js";
import { CLASS_COUNT, type Dataset } from "../../src/lib/dataset/dataset.js";
import { defaultHyperparameters } from "../../src/lib/run/hyperparameters.js";
import { accuracy } from "../../src/lib/network/metrics.js";
import { newRun } from "../../src/training/worker/newRun.js";

/** Those of `seeds` one by one, and the extremes of the seeds 0 … count − 1. */
export async function untrained(
  dataset: Dataset,
  { seeds, count }: { seeds: readonly number[]; count: number },
): Promise<Untrained> {
  const named = [];
  for (const seed of seeds) {
    const predictions = await predict(dataset, seed);
    const found = accuracy(predictions, dataset.test.labels);
    named.push({ seed, accuracy: found, ...favouriteOf(predictions) });
  }
  const accuracies = [];
  const favourites = new Array<number>(CLASS_COUNT).fill(0);
  for (let seed = 0; seed < count; seed++) {
    const predictions = await predict(dataset, seed);
    accuracies.push(accuracy(predictions, dataset.test.labels));
    favourites[favouriteOf(predictions).favourite]!++;
  }
  const [minAccuracy, maxAccuracy] = [Math.min(...accuracies), Math.max(...accuracies)];
  return { seeds: named, count, minAccuracy, maxAccuracy, favourites };
}

/** The class that is predicted most often. */
function favouriteOf(predictions: Uint8Array): { favourite: number; favouriteShare: number } {
  const counts = new Array<number>(CLASS_COUNT).fill(0);
  for (const prediction of predictions) counts[prediction]!++;
  const favourite = counts.indexOf(Math.max(...counts));
  return { favourite, favouriteShare: counts[favourite]! / predictions.length };
}

async function predict({ train, test }: Dataset, seed: number): Promise<Uint8Array> {
  const { topology, hyperparameters, checkpoint } = await newRun({
    ...defaultHyperparameters,
    seed,
  });
  const trainer = await createTrainer({ topology, hyperparameters, train, state: checkpoint });
  const { predictions } = await trainer.evaluate(test);
  trainer.dispose();
  return predictions;
}
