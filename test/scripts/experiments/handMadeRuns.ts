// A plan of two ideas and a small data set, and results written by hand: ten validation images of class 0 or 1.
import type { PlannedRun, Variant } from "../../../scripts/experiments/plan.js";
import type { ExperimentResult } from "../../../scripts/experiments/resultFile.js";
import { splitTraining } from "../../../src/training/batches/splitTraining.js";

const small = { trainImages: 40, validationImages: 10 };

export const handPlan: Variant[] = [
  variant("original", small),
  variant("mirror", { ...small, flip: true }),
  { id: "all", part: "ideas", name: "Todo", epochs: [1], seeds: [1, 2, 3] },
];

function variant(id: string, changes: NonNullable<Variant["recipe"]>["changes"] & object): Variant {
  return { id, part: "ideas", name: id, epochs: [1], seeds: [1, 2, 3], recipe: { changes } };
}

/** Every second image is of class 1. */
export const labels = Uint8Array.from({ length: 60_000 }, (_, n) => n % 2);
export const handTruth = { train: { labels }, test: { labels }, shared: new Set<number>() };

/** A result with that many of the first validation images wrong. */
export function handResult(
  { variant: { id }, epochs, seed, configuration }: PlannedRun,
  wrong: number,
  changes: Partial<ExperimentResult> = {},
): ExperimentResult {
  const { validation } = splitTraining(configuration.hyperparameters);
  const predictions = Array.from(validation, (index, n) =>
    n < wrong ? 1 - labels[index]! : labels[index]!,
  );
  return {
    variant: id,
    epochs,
    seed,
    configuration,
    parameters: 27_480,
    versions: { recipe: 1, node: "20" },
    machine: "one",
    threads: 2,
    date: `2026-01-0${seed}T00:00:00.000Z`,
    seconds: 10 * seed,
    status: "finished",
    history: [{ epoch: 1, loss: 1, validationLoss: 1, validationAccuracy: 0.5, seconds: 1 }],
    weightsSha256: `${seed}`.repeat(64),
    validation: { loss: 1, accuracy: (10 - wrong) / 10, predictions: predictions.join("") },
    ...changes,
  };
}
