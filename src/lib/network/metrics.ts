// What an evaluation says: accuracy, accuracy a class, the confusion matrix, the most confident
// errors. All from labels and predictions; no tensors.
import { CLASS_COUNT } from "../dataset/dataset.js";
import { ReaderError } from "../errors/readerError.js";
import { formatCount } from "../text/format.js";

/** The outputs of a network on N images, in the images' order. */
export interface Evaluation {
  /** Mean negative log-likelihood over the N images, in nats. */
  loss: number;
  /** The most probable class of each image, 0–9, [N]. */
  predictions: Uint8Array;
  /** The probability given to that class, 0–1, [N]. */
  confidences: Float32Array;
  /** 0–1; left out by runs that were kept before it was, and by the reference run. */
  accuracy?: number;
}

/** One that has just been made. */
export type CountedEvaluation = Required<Evaluation>;

/** The part of predictions that equal their label, 0–1. */
// #region accuracy
export function accuracy(predictions: Uint8Array, labels: Uint8Array): number {
  checkLengths(predictions, labels);
  let correct = 0;
  for (let i = 0; i < labels.length; i++) if (predictions[i] === labels[i]) correct++;
  return labels.length === 0 ? NaN : correct / labels.length;
}
// #endregion

/** matrix[label][prediction] = number of images, [10][10]. */
// #region confusionMatrix
export function confusionMatrix(predictions: Uint8Array, labels: Uint8Array): number[][] {
  checkLengths(predictions, labels);
  const matrix = Array.from({ length: CLASS_COUNT }, () => new Array<number>(CLASS_COUNT).fill(0));
  for (let i = 0; i < labels.length; i++) matrix[labels[i]!]![predictions[i]!]!++;
  return matrix;
}
// #endregion

export interface ClassResult {
  classIndex: number;
  correct: number;
  total: number;
  /** correct / total, 0–1; NaN for a class without images. */
  accuracy: number;
}

/** The accuracy of each class, in class order. */
export function classResults(matrix: number[][]): ClassResult[] {
  return matrix.map((row, classIndex) => {
    const correct = row[classIndex]!;
    const total = row.reduce((sum, count) => sum + count, 0);
    return { classIndex, correct, total, accuracy: correct / total };
  });
}

/** The part of the images predicted as a class that are of it, 0–1; NaN if none is predicted so. */
export function precisionOf(matrix: number[][], classIndex: number): number {
  const predicted = matrix.reduce((sum, row) => sum + row[classIndex]!, 0);
  return matrix[classIndex]![classIndex]! / predicted;
}

/** The pairs (label, prediction) that are confused most, most frequent first. */
export function worstConfusions(
  matrix: number[][],
  limit: number,
): { label: number; prediction: number; count: number }[] {
  return matrix
    .flatMap((row, label) => row.map((count, prediction) => ({ label, prediction, count })))
    .filter(({ label, prediction, count }) => label !== prediction && count > 0)
    .sort((a, b) => b.count - a.count || a.label - b.label || a.prediction - b.prediction)
    .slice(0, limit);
}

/** Indices of the wrongly predicted images, the most confident first. */
export function confidentErrors(evaluation: Evaluation, labels: Uint8Array): number[] {
  checkLengths(evaluation.predictions, labels);
  const { predictions, confidences } = evaluation;
  return Array.from(labels.keys())
    .filter((i) => predictions[i] !== labels[i])
    .sort((a, b) => confidences[b]! - confidences[a]! || a - b);
}

/** Indices of the images of a class that are taken for another, or for itself, the most confident first. */
export function cellImages(
  { predictions, confidences }: Evaluation,
  labels: Uint8Array,
  { label, prediction }: { label: number; prediction: number },
): number[] {
  checkLengths(predictions, labels);
  return Array.from(labels.keys())
    .filter((i) => labels[i] === label && predictions[i] === prediction)
    .sort((a, b) => confidences[b]! - confidences[a]! || a - b);
}

/** Throws a ReaderError unless there is a prediction for every label. */
export function checkLengths(predictions: Uint8Array, labels: Uint8Array): void {
  if (predictions.length !== labels.length) {
    throw new ReaderError(
      `Hay ${formatCount(predictions.length, "predicción", "predicciones")} y ${formatCount(labels.length, "etiqueta", "etiquetas")}: tiene que haber una por etiqueta.`,
    );
  }
}
