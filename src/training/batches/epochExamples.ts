// The images of an epoch: those that a run learns from, and those of a class that is repeated so many times.
import { splitTraining } from "./splitTraining.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import { classTimes } from "../../lib/run/classWeights.js";
import type { Hyperparameters } from "../../lib/run/hyperparameters.js";

/** Their indices among the training images, each as often as its class says; where none is repeated, once. */
export function epochExamples(
  { labels }: Pick<ImageSet, "labels">,
  hyperparameters: Hyperparameters,
): Uint32Array {
  const { learning } = splitTraining(hyperparameters);
  const { classWeights } = hyperparameters;
  if (classWeights === undefined) return learning;
  const times = classTimes(classWeights);
  const repeated = [...learning].flatMap((index) =>
    new Array<number>(times[labels[index]!]!).fill(index),
  );
  return Uint32Array.from(repeated);
}

/** Mutates the values: writes down how many images an epoch has, where only the labels tell. */
export function countEpoch(
  train: Pick<ImageSet, "labels">,
  hyperparameters: Hyperparameters,
): void {
  delete hyperparameters.epochImages; // a sweep may have begun from another run's values
  if (hyperparameters.classWeights === undefined) return;
  hyperparameters.epochImages = epochExamples(train, hyperparameters).length;
}
