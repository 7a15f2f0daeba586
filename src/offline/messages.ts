// What pages and the service worker say to each other. An answer goes through the port that came with the question.

/** What is asked of the worker. */
export type Question =
  /** Keep all files of the site; `asked` by the reader, and so whatever they had decided before. */
  | { type: "store"; asked: boolean }
  /** Stop keeping files. */
  | { type: "cancel" }
  /** Let everything go, and keep nothing until the reader asks for it. */
  | { type: "remove" }
  | { type: "state" }
  /** To the worker that waits: take the place of the one at work. */
  | { type: "takeOver" };

/** What is kept of the site, without the images of the data set. */
export interface SiteState {
  /** Of the worker that is asked. */
  version: string;
  bytes: number;
  storedBytes: number;
  /** Whether the page that asks is of an earlier version, whose files are kept until it closes. */
  isFormer: boolean;
}

/** How keeping the files ended: `unwanted` by the reader; `failed`, that is, not all of them could be had. */
export type StoreOutcome = "whole" | "cancelled" | "full" | "failed" | "unwanted";

export type StoreReport =
  | { type: "progress"; storedBytes: number; bytes: number }
  | { type: "ended"; outcome: StoreOutcome };
