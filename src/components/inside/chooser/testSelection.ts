// Which images of the test set are offered, and in which order. Pure: the fields write a selection, the
// strip shows what it gives.
import type { Evaluation } from "../../../lib/network/metrics.js";
import { RandomStream } from "../../../lib/numbers/random.js";

export type Outcome = "any" | "right" | "wrong" | "doubtful";

/** The network doubts where it gives its own answer less than this. */
export const DOUBTFUL_BELOW = 0.6;

export interface TestSelection {
  /** Undefined: all classes. */
  classIndex: number | undefined;
  outcome: Outcome;
  /** Of the shuffle; undefined: in the order of their numbers. */
  seed: number | undefined;
}

export interface KnownImages {
  /** [N]. */
  labels: Uint8Array;
  /** Undefined: no outcome but "any" is asked for. */
  evaluation?: Evaluation | undefined;
}

export const everyImage: TestSelection = { classIndex: undefined, outcome: "any", seed: undefined };

/**
 * The indices of the first `count` images that are asked for, in their order. The same seed gives the same
 * order of the same images, in every browser.
 */
export function selectImages(
  known: KnownImages,
  { classIndex, outcome, seed }: TestSelection,
  count: number,
): Uint32Array {
  const matches = Array.from({ length: count }, (_, i) => i).filter(
    (i) =>
      (classIndex === undefined || known.labels[i] === classIndex) && hasOutcome(known, i, outcome),
  );
  const found = Uint32Array.from(matches);
  return seed === undefined ? found : new RandomStream(seed, "sample").shuffle(found);
}

function hasOutcome({ labels, evaluation }: KnownImages, i: number, outcome: Outcome): boolean {
  if (outcome === "any" || !evaluation) return outcome === "any";
  if (outcome === "doubtful") return evaluation.confidences[i]! < DOUBTFUL_BELOW;
  return (evaluation.predictions[i] === labels[i]) === (outcome === "right");
}

/**
 * The one after the current (`step` 1) or before it (−1); after the last comes the first. One that is not
 * among them leads to its neighbours by number or, where they are shuffled, to the first.
 * @returns undefined if there is none
 */
export function neighbour(
  images: Uint32Array,
  current: number | undefined,
  { step, shuffled }: { step: 1 | -1; shuffled: boolean },
): number | undefined {
  const { length } = images;
  const place = current === undefined ? -1 : images.indexOf(current);
  if (place >= 0) return images[(place + step + length) % length];
  if (shuffled || current === undefined) return images[0];
  const after = images.findIndex((index) => index > current);
  if (step === 1) return images[Math.max(0, after)];
  return images[after === -1 ? length - 1 : (after - 1 + length) % length];
}
