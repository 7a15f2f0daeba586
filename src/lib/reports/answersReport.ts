// What `npm run answers` writes: the figures of the answers under each «Prueba tú», measured with the
// project's own engine on the original's recipe but for what each question changes.
import type { HyperparameterValue } from "../run/hyperparameters.js";
import { withFields } from "./withFields.js";

export interface AnswersReport {
  machine: string;
  /** ISO 8601. */
  date: string;
  command: string;
  firstStep: FirstStep;
  untrained: Untrained;
  /** 6,000 images and 3 epochs with each rate, smallest rate first. */
  rates: ShortTraining[];
  /** The whole recipe but for the rate, smallest rate first. */
  rateCurves: RateCurve[];
  earlyStopping: EarlyStopping;
  /** The whole recipe, with the original's dropout and without any. */
  dropout: WholeTraining[];
  /** The whole recipe on the offered network without convolution. */
  dense: WholeTraining;
  /** One epoch of the original's recipe, and all of them. */
  firstEpoch: ClassAccuracies;
  lastEpoch: ClassAccuracies;
  /** 2,000 images, one epoch, three seeds: two rates; two dropouts; two dropouts with the rate 0.01. */
  sweeps: SweepAnswer[];
}

/** One step on the first 20 training images from the weights of seed 42, dropout off. */
export interface FirstStep {
  /** Mean loss of the 20 images. */
  before: number;
  after: { learningRate: number; loss: number }[];
}

/** Networks as they are born, on the 10,000 test images. */
export interface Untrained {
  /** What came of the seeds that the page asks for. */
  seeds: { seed: number; accuracy: number; favourite: number; favouriteShare: number }[];
  /** How many more seeds were tried, and what came of them. */
  count: number;
  minAccuracy: number;
  maxAccuracy: number;
  /** How many of them predict each class most often, [10]. */
  favourites: number[];
}

export interface ShortTraining {
  learningRate: number;
  /** Epochs that were finished; fewer than three where it diverged. */
  epochs: number;
  /** The loss of the last epoch; null where none was finished. */
  loss: number | null;
  /** 0–1. */
  testAccuracy: number | null;
}

/** Ten epochs of all the images. */
export interface RateCurve {
  learningRate: number;
  /** Epochs that were finished; fewer than ten where it diverged. */
  epochs: number;
  /** Mean loss of each 1,000 batches, as long as it was a number. */
  thousands: number[];
  /** 0–1; null where it diverged. */
  testAccuracy: number | null;
  /** Of the 50 of fc1: those that are 0 with each of the first 1,000 test images. */
  deadNeurons: number;
}

/** A network that learns its few images by heart. */
export interface EarlyStopping {
  epochs: number;
  trainImages: number;
  validationImages: number;
  learningRate: number;
  dropoutRate: number;
  /** Mean training loss of each epoch. */
  losses: number[];
  validationLosses: number[];
  /** That of the smallest validation loss. */
  bestEpoch: number;
  /** 0–1. */
  bestTestAccuracy: number;
  lastTestAccuracy: number;
}

export interface WholeTraining {
  dropoutRate: number;
  epochs: number;
  /** Numbers that the network learns. */
  parameters: number;
  /** Mean training loss of the last epoch. */
  loss: number;
  testLoss: number;
  /** The smallest test loss of all epochs, and which epoch had it. */
  bestTestLoss: number;
  bestEpoch: number;
  /** 0–1. */
  testAccuracy: number;
}

/** 0–1, [10]. */
export interface ClassAccuracies {
  classAccuracy: number[];
  /** For each class, the one that it is most often taken for, [10]. */
  takenFor: number[];
}

/** As `sweepCells` and `sweepVerdict` have them. */
export interface SweepAnswer {
  axes: { name: string; values: HyperparameterValue[] }[];
  seeds: number[];
  cells: { values: HyperparameterValue[]; accuracies: number[]; mean: number }[];
}

/** The report that a JSON value holds. Throws an InternalError that names what is missing. */
export function parseAnswersReport(value: unknown): AnswersReport {
  return withFields<AnswersReport>(value, "a report of answers", REQUIRED);
}

const REQUIRED = [
  ...(["machine", "date", "command", "firstStep", "untrained", "rates"] as const),
  ...(["rateCurves", "earlyStopping"] as const),
  ...(["dropout", "dense", "firstEpoch", "lastEpoch", "sweeps"] as const),
];
