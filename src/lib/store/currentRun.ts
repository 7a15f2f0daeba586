// The run that a page shows: the one that the reader chose on Experimentos, else their latest one with
// results, else the reference run. In a page only, since it reads the site's files.
import { FileAttachment } from "observablehq:stdlib";
import {
  decodeReferenceRun,
  type ReferenceRun,
  type ReferenceRunJson,
} from "../files/referenceRun.js";
import type { Run } from "../run/run.js";
import { openRunStore, StorageError } from "./runStore.js";

export interface CurrentRun {
  run: Run;
  source: "reader" | "reference";
  /** Whether the reader chose it on Experimentos. */
  isChosen?: boolean;
  /** Why the reader's runs cannot be read, in Spanish. */
  problem?: string;
}

export async function currentRun(): Promise<CurrentRun> {
  try {
    const store = openRunStore();
    const run = await store.latestWithResults();
    if (run) return { run, source: "reader", isChosen: (await store.chosen()) === run.id };
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return { run: await referenceRun(), source: "reference", problem: error.message };
  }
  return { run: await referenceRun(), source: "reference" };
}

/** The committed run, with its weights. */
export async function referenceRun(): Promise<ReferenceRun> {
  const [json, bytes] = await Promise.all([
    FileAttachment("../../reference/run.json").json<ReferenceRunJson>(),
    FileAttachment("../../reference/weights.safetensors").arrayBuffer(),
  ]);
  return decodeReferenceRun(json, new Uint8Array(bytes));
}
