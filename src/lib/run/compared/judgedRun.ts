// What a run got on the images that it is judged by, image by image, to be set against another one's.
import { heldOutSet, keptHeldOut } from "../heldOut/heldOut.js";
import type { Judged } from "./pairedVerdict.js";
import type { Run } from "../run.js";

/** Undefined for a run that has not finished. @param labels of the test images */
export function judgedRun(run: Run, labels: Uint8Array): Judged | undefined {
  const { hyperparameters, validation, evaluation, status } = run;
  const { seed, trainImages, validationImages = 0 } = hyperparameters;
  const judged = keptHeldOut(run);
  if (!judged || status !== "finished") return undefined;
  if (heldOutSet(hyperparameters) === "validation") {
    const images = `validation ${seed} ${trainImages} ${validationImages}`; // the seed sets them apart
    return { seed, accuracy: judged.accuracy, images, right: validation?.right };
  }
  const right = evaluation?.predictions.map((prediction, n) => Number(prediction === labels[n]));
  return { seed, accuracy: judged.accuracy, images: "test", right };
}
