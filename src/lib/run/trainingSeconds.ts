// What a training takes, from what its parts take.
import type { Hyperparameters } from "./hyperparameters.js";
import { totalBatches } from "./run.js";

export interface PartTimes {
  msPerStep: number;
  /** Seconds of an evaluation on the test set, once an epoch; left out: unknown, and not counted. */
  evaluationMs?: number | undefined;
}

export function trainingSeconds(
  { msPerStep, evaluationMs = 0 }: PartTimes,
  hyperparameters: Hyperparameters,
): number {
  const steps = totalBatches(hyperparameters) * msPerStep;
  return (steps + hyperparameters.epochs * evaluationMs) / 1000;
}
