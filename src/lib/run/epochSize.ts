// How many images a run learns from, and how many an epoch has.
import { classTimes } from "./classWeights.js";
import type { Hyperparameters } from "./hyperparameters.js";

/** The images that a run learns from: those of training without those set apart for validation. */
export function learningImages({ trainImages, validationImages = 0 }: Hyperparameters): number {
  return trainImages - validationImages;
}

/** How many images an epoch has; before the run begins, where classes are repeated, about so many. */
export function epochImages(values: Hyperparameters): number {
  const { classWeights, epochImages: counted } = values;
  const learning = learningImages(values);
  if (classWeights === undefined) return learning;
  const times = classTimes(classWeights);
  const mean = times.reduce((sum, one) => sum + one, 0) / times.length;
  return counted ?? Math.round(learning * mean);
}
