// What the engine says about given images, dropout off.
import { breather } from "../loop/breathe.js";
import type { Predictions } from "../loop/predictions.js";
import { copyActivations, type ProgramViews } from "./programViews.js";
import type { Places } from "../../engine/places/places.js";
import type { Program } from "../../engine/program/program.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";

export interface Evaluator {
  places: Places;
  views: ProgramViews;
  evaluate: Program["evaluate"];
}

/** What the network says of each image. */
export async function enginePredictions(evaluator: Evaluator, set: ImageSet): Promise<Predictions> {
  const { shape } = evaluator.places.output;
  const { losses: present, output } = evaluator.views;
  const logProbabilities = new Float32Array(set.count * shape.channels);
  const losses = new Float32Array(set.count);
  await eachPart(evaluator, set, (first, count) => {
    losses.set(present.subarray(0, count), first);
    copyActivations(output, shape, { into: logProbabilities, first, count });
  });
  return { logProbabilities, losses };
}

/** Evaluates the images, as many at once as fit, and tells after each part which they were. */
export async function eachPart(
  { places: { capacity }, views, evaluate }: Evaluator,
  { images, labels, count }: ImageSet,
  onPart: (first: number, count: number) => void,
): Promise<void> {
  const breatheIfDue = breather();
  const pixels = views.pixels.length / capacity;
  for (let first = 0; first < count; first += capacity) {
    const end = Math.min(first + capacity, count);
    views.pixels.set(images.subarray(first * pixels, end * pixels));
    views.labels.set(labels.subarray(first, end));
    evaluate(end - first);
    onPart(first, end - first);
    await breatheIfDue();
  }
}
