// How many images a network still names rightly when all of them are changed, the more the fewer: a curve a change.
import { changeImages } from "./changeImages.js";
import { evaluationOf, type Predictions } from "../../loop/predictions.js";
import { CLASS_COUNT, type ImageSet } from "../../../lib/dataset/dataset.js";
import { type ImageChange, imageChanges } from "../../../lib/dataset/changes/imageChanges.js";
import type { LimitCurve, LimitPoint } from "../../../lib/reports/limitsReport.js";

export interface LimitCurvesOptions {
  changes?: readonly ImageChange[];
  /** Evaluations of the whole set that are done, of how many. */
  onProgress?: (progress: { done: number; total: number }) => void;
}

/** @param predict what the network says of images */
export async function limitCurves(
  predict: (images: ImageSet) => Promise<Predictions>,
  set: ImageSet,
  { changes = imageChanges, onProgress }: LimitCurvesOptions = {},
): Promise<LimitCurve[]> {
  const total = 1 + changes.reduce((sum, { measured }) => sum + measured.length - 1, 0);
  let done = 0;
  async function correctAmong(images: ImageSet): Promise<number[]> {
    const correct = correctOfClass(await predict(images), set.labels);
    onProgress?.({ done: ++done, total });
    return correct;
  }
  const unchanged = await correctAmong(set);
  const curves: LimitCurve[] = [];
  for (const change of changes) {
    const points: LimitPoint[] = [];
    for (const amount of change.measured) {
      const correct =
        amount === change.none
          ? unchanged
          : await correctAmong(await changeImages(set, change, amount));
      points.push({ amount, correct });
    }
    curves.push({ change: change.name, points });
  }
  return curves;
}

/** How many of each class are named rightly, [10]. */
function correctOfClass(predictions: Predictions, labels: Uint8Array): number[] {
  const found = evaluationOf(predictions, labels).predictions;
  const correct = new Array<number>(CLASS_COUNT).fill(0);
  labels.forEach((label, n) => {
    if (found[n] === label) correct[label]!++;
  });
  return correct;
}
