// Two trainers side by side on the same steps from the same start: how far their losses and their
// weights drift apart.
import { breather } from "../loop/breathe.js";
import type { Trainer } from "../loop/trainer.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";
import { formatEngines } from "../../lib/run/engineUse.js";
import { InternalError } from "../../lib/errors/internalError.js";

export interface StepDifference {
  /** From 1. */
  step: number;
  /** The first trainer's mean loss in the step. */
  loss: number;
  /** |first − second|. */
  lossDifference: number;
  /** The largest of any weight after the step, |first − second|. */
  weightDifference: number;
  /** How far the weight that moved most is from where it began, in the first trainer. */
  movement: number;
}

export interface Comparison {
  /** The trainers, for the reader. */
  engines: [first: string, second: string];
  steps: StepDifference[];
}

/** What is compared of a trainer. */
export type ComparedTrainer = Pick<Trainer, "engine" | "runSteps" | "readState">;

export interface CompareOptions {
  /** The steps of one epoch, from its first. */
  steps: number;
  /** The weights that both begin with. */
  initial: readonly NamedWeight[];
  onStep?: (done: number) => void;
}

export async function compareTrainers(
  first: ComparedTrainer,
  second: ComparedTrainer,
  { steps, initial, onStep }: CompareOptions,
): Promise<Comparison> {
  const differences: StepDifference[] = [];
  const breatheIfDue = breather();
  for (let step = 0; step < steps; step++) {
    const [loss] = (await first.runSteps(step, 1)) as unknown as [number];
    const [otherLoss] = (await second.runSteps(step, 1)) as unknown as [number];
    const { weights } = await first.readState();
    const { weights: otherWeights } = await second.readState();
    differences.push({
      step: step + 1,
      loss,
      lossDifference: Math.abs(loss - otherLoss),
      weightDifference: largestDifference(weights, otherWeights),
      movement: largestDifference(weights, initial),
    });
    onStep?.(step + 1);
    await breatheIfDue();
  }
  return {
    engines: [formatEngines([first.engine]), formatEngines([second.engine])],
    steps: differences,
  };
}

/** The largest difference of two values in the same place; NaN if one is no number. Throws if the names differ. */
export function largestDifference(a: readonly NamedWeight[], b: readonly NamedWeight[]): number {
  let largest = 0;
  for (const [w, { name, values }] of a.entries()) {
    const other = b[w];
    if (other?.name !== name || other.values.length !== values.length) {
      throw new InternalError(
        `${name} [${values.length}] expected, ${other?.name ?? "nothing"} found`,
      );
    }
    for (const [i, value] of values.entries()) {
      largest = Math.max(largest, Math.abs(value - other.values[i]!));
    }
  }
  return largest;
}
