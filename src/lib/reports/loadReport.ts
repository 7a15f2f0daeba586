// What `npm run bench:load` writes: how each page arrives on a phone far from the host.
import { withFields } from "./withFields.js";

export interface PageArrival {
  /** Its address without `.html`. */
  page: string;
  /** Lighthouse's scores, 0–100 each. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** Milliseconds until the first screen changes no more. */
  firstScreenMs: number;
  /** Milliseconds until that, and until the last file is there. */
  settledMs: number;
  layoutShift: number;
  blockingMs: number;
  requests: number;
  /** As sent, without fonts and the data set's pictures. */
  kilobytes: number;
  /** Milliseconds until its first content, when the reader comes from another page. */
  secondMs: number;
}

export interface LoadReport {
  machine: string;
  /** ISO 8601. */
  date: string;
  command: string;
  pages: PageArrival[];
}

/** The report that a JSON value holds. Throws an InternalError that names what is missing. */
export function parseLoadReport(value: unknown): LoadReport {
  return withFields<LoadReport>(value, "a report of arrivals", REQUIRED);
}

const REQUIRED = ["machine", "date", "command", "pages"] as const;
