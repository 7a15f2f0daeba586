// One result beside the labels: what is right of it, image by image and class by class.
import type { ExperimentResult } from "./resultFile.js";
import type { ImageSet } from "../../src/lib/dataset/dataset.js";
import { accuracy, classResults, confusionMatrix } from "../../src/lib/network/metrics.js";
import type { HeldOutSet } from "../../src/lib/run/heldOut/heldOut.js";
import type { Judged } from "../../src/lib/run/compared/pairedVerdict.js";
import { splitTraining } from "../../src/training/batches/splitTraining.js";

export interface JudgedResult {
  result: ExperimentResult;
  set: HeldOutSet;
  judged: Judged;
  /** Of each class, 0–1, [10]. */
  recall: number[];
  /** Accuracy without the test images that are in training too; of validation, that with all. */
  withoutShared: number;
}

export interface Truth {
  train: Pick<ImageSet, "labels">;
  test: Pick<ImageSet, "labels">;
  /** The test images that are in training too. */
  shared: ReadonlySet<number>;
}

/** Undefined for one that diverged. Throws an Error if the predictions do not give the accuracy beside them. */
export function judgeResult(result: ExperimentResult, truth: Truth): JudgedResult | undefined {
  const { validation, test, seed, configuration } = result;
  const { trainImages, validationImages = 0 } = configuration.hyperparameters;
  const found = validation ?? test;
  if (!found) return undefined;
  const set = validation ? "validation" : "test";
  const labels = labelsOf(result, truth);
  const predictions = Uint8Array.from(found.predictions, Number);
  if (predictions.length !== labels.length || accuracy(predictions, labels) !== found.accuracy)
    throw new Error(
      `${result.variant}, ${result.epochs} epochs, seed ${seed}: predictions of ${labels.length} images that give ` +
        `the accuracy ${found.accuracy} expected; the file is damaged`,
    );
  const right = predictions.map((prediction, n) => Number(prediction === labels[n]));
  const images = set === "test" ? set : `${set} ${seed} ${trainImages} ${validationImages}`;
  const shared = set === "test" ? truth.shared : new Set<number>();
  return {
    result,
    set,
    judged: { seed, accuracy: found.accuracy, images, right },
    recall: classResults(confusionMatrix(predictions, labels)).map((one) => one.accuracy),
    withoutShared: accuracyWithout(right, shared),
  };
}

function labelsOf({ validation, configuration }: ExperimentResult, { train, test }: Truth) {
  if (!validation) return test.labels;
  const { validation: indices } = splitTraining(configuration.hyperparameters);
  return Uint8Array.from(indices, (index) => train.labels[index]!);
}

function accuracyWithout(right: Uint8Array, left: ReadonlySet<number>): number {
  const kept = right.filter((_, n) => !left.has(n));
  return kept.reduce((sum, one) => sum + one, 0) / kept.length;
}
