// What a run is judged by, on images that it has not learned from: those of validation where it sets some
// apart, else those of the test.
import type { Hyperparameters } from "../hyperparameters.js";
import type { EpochResult, Run } from "../run.js";
import { recordedResult, type TestResult, testResult } from "./testResult.js";

export type HeldOutSet = "validation" | "test";

export interface HeldOut {
  set: HeldOutSet;
  /** Mean, in nats. */
  loss: number;
  /** 0–1. */
  accuracy: number;
}

/** «en validación», «en la prueba»: behind what was measured there. */
export const whereHeldOut: Record<HeldOutSet, string> = {
  validation: "en validación",
  test: "en la prueba",
};

/** The images that a run of this recipe is judged by. */
export function heldOutSet({ validationImages = 0 }: Hyperparameters): HeldOutSet {
  return validationImages > 0 ? "validation" : "test";
}

/** Undefined where nothing was measured. */
export function heldOut(result: EpochResult | undefined): HeldOut | undefined {
  const { validationLoss: loss, validationAccuracy: accuracy } = result ?? {};
  if (loss !== undefined && accuracy !== undefined) return { set: "validation", loss, accuracy };
  return onTest(result);
}

/** 0–1, the same images; undefined where nothing was measured. */
export function heldOutAccuracy(result: Partial<EpochResult> = {}): number | undefined {
  return result.validationAccuracy ?? result.testAccuracy;
}

/** Of the weights that the run keeps; undefined before it is known. */
export function keptHeldOut(run: Run): HeldOut | undefined {
  const { validation, history, hyperparameters } = run;
  if (validation) return onValidation(validation);
  return heldOutSet(hyperparameters) === "validation"
    ? heldOut(history.epochs.at(-1))
    : onTest(testResult(run));
}

/** The same as `keptHeldOut`, of a run's record, which lists read. */
export function recordedHeldOut(record: {
  hyperparameters: Hyperparameters;
  validated?: { loss: number; accuracy: number };
  evaluated?: TestResult;
  epochs: readonly EpochResult[];
}): HeldOut | undefined {
  if (record.validated) return onValidation(record.validated);
  return heldOutSet(record.hyperparameters) === "validation"
    ? heldOut(record.epochs.at(-1))
    : onTest(recordedResult(record));
}

function onValidation({ loss, accuracy }: { loss: number; accuracy: number }): HeldOut {
  return { set: "validation", loss, accuracy };
}

function onTest(result: Partial<TestResult> | undefined): HeldOut | undefined {
  const { testLoss: loss, testAccuracy: accuracy } = result ?? {};
  return loss === undefined || accuracy === undefined ? undefined : { set: "test", loss, accuracy };
}
