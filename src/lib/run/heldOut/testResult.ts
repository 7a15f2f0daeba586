// What a run gets on the test images with the weights that it keeps: those of its evaluation, which a run
// that was stopped has of the middle of an epoch.
import type { CountedEvaluation, Evaluation } from "../../network/metrics.js";
import type { EpochResult, Run } from "../run.js";

export type TestResult = Required<Pick<EpochResult, "testLoss" | "testAccuracy">>;

/** Undefined for an evaluation that was saved without its accuracy. */
export function evaluatedResult(evaluation: CountedEvaluation): TestResult;
export function evaluatedResult(evaluation: Evaluation): TestResult | undefined;
export function evaluatedResult({ loss, accuracy }: Evaluation): TestResult | undefined {
  return accuracy === undefined ? undefined : { testLoss: loss, testAccuracy: accuracy };
}

/** Undefined if nothing has been evaluated yet, or the test is closed. */
export function testResult({ evaluation, history }: Run): TestResult | undefined {
  return (evaluation && evaluatedResult(evaluation)) ?? ofEpoch(history.epochs.at(-1));
}

/** The same as `testResult`, of a run's record, which lists read. */
export function recordedResult({
  evaluated,
  epochs,
}: {
  evaluated?: TestResult;
  epochs: readonly EpochResult[];
}): TestResult | undefined {
  return evaluated ?? ofEpoch(epochs.at(-1));
}

function ofEpoch({ testLoss, testAccuracy }: Partial<EpochResult> = {}): TestResult | undefined {
  if (testLoss === undefined || testAccuracy === undefined) return undefined;
  return { testLoss, testAccuracy };
}
