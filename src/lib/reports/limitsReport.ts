// What `npm run limits` writes: how the reference run, and one trained with data augmentation, bear changed images, and
// how little fools them.
import { withFields } from "./withFields.js";
import { InternalError } from "../errors/internalError.js";
import type { ChangeName } from "../dataset/changes/imageChanges.js";
import type { Hyperparameters } from "../run/hyperparameters.js";

export interface LimitPoint {
  amount: number;
  /** Images of each class that are named rightly, [10]. */
  correct: number[];
}

/** The points in the order of their amounts. */
export interface LimitCurve {
  change: ChangeName;
  points: LimitPoint[];
}

/** How far single images must be moved against the gradient's sign before the network says another class. */
export interface FoolingSummary {
  /** Those looked at: the first of the test set that the network names rightly. */
  images: number;
  /** Of what fools them, in levels of grey. */
  median: number;
  /** How many of them are fooled with each level of grey or a lower one, from 1 on. */
  fooledBy: { epsilon: number; images: number }[];
}

export interface MeasuredNetwork {
  id: "reference" | "augmented";
  hyperparameters: Hyperparameters;
  weightsSha256: string;
  curves: LimitCurve[];
  fooling: FoolingSummary;
}

export interface LimitsReport {
  machine: string;
  /** ISO 8601. */
  date: string;
  command: string;
  /** The test images of each class, [10]. */
  classCounts: number[];
  networks: MeasuredNetwork[];
}

/** 0–1. @param classCounts images of each class, [10] */
export function accuracyAt({ correct }: LimitPoint, classCounts: readonly number[]): number {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return sum(correct) / sum(classCounts);
}

/** 0–1, at an amount that was measured. */
export function accuracyAmong(
  { points }: LimitCurve,
  amount: number,
  classCounts: readonly number[],
): number {
  const point = points.find((one) => one.amount === amount);
  if (!point) throw new InternalError(`an amount that was measured expected, ${amount} found`);
  return accuracyAt(point, classCounts);
}

export function curveOf(
  { curves }: { curves: readonly LimitCurve[] },
  change: ChangeName,
): LimitCurve {
  const curve = curves.find((one) => one.change === change);
  if (!curve) throw new InternalError(`a curve of ${change} expected, none found`);
  return curve;
}

/** The report that a JSON value holds. Throws an InternalError that names what is missing. */
export function parseLimitsReport(value: unknown): LimitsReport {
  return withFields<LimitsReport>(value, "a report of limits", REQUIRED);
}

const REQUIRED = ["machine", "date", "command", "classCounts", "networks"] as const;
