// What `npm run labels` writes: training images whose label the reference network believes least, those that others
// have published, and images that are there twice.
import { withFields } from "./withFields.js";

export interface DoubtfulImage {
  /** Of the training set. */
  index: number;
  /** Its label in the data set, 0–9. */
  label: number;
  prediction: number;
  /** The probability that the network gives to its prediction, 0–1. */
  confidence: number;
  /** −ln p of the label. */
  loss: number;
  /** Its place among all the training images by loss, from 1. */
  rank: number;
}

export interface LabelReport {
  machine: string;
  /** ISO 8601. */
  date: string;
  command: string;
  /** Those with the greatest loss, the greatest first. */
  greatestLoss: DoubtfulImage[];
  published: { source: string; images: DoubtfulImage[] };
  /** Images that are equal, pixel by pixel, to one before them; and those of the test that are in training too. */
  duplicates: { train: number; test: number; shared: number };
}

/** The training images whose pictures a page shows, in the order of their pictures. */
export function picturedImages({ greatestLoss, published }: LabelReport): number[] {
  return [...greatestLoss, ...published.images].map(({ index }) => index);
}

/** The report that a JSON value holds. Throws an InternalError that names what is missing. */
export function parseLabelReport(value: unknown): LabelReport {
  return withFields<LabelReport>(value, "a report of labels", REQUIRED);
}

const REQUIRED = ["machine", "date", "command", "greatestLoss", "published", "duplicates"] as const;
