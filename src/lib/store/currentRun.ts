// The run that a page shows: the one that the reader chose on Experimentos, else their latest one with
// results, else the reference run. In a page only, since it reads the site's files.
import { FileAttachment } from "observablehq:stdlib";
import {
  decodeReferenceRun,
  type ReferenceRun,
  type ReferenceRunJson,
} from "../files/referenceRun.js";
import { siteBytes, siteJson } from "../dataset/siteFile.js";
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

/** The committed run, with its weights. Rejects with a DatasetError. */
export async function referenceRun(): Promise<ReferenceRun> {
  const run = FileAttachment("../../reference/run.json").href;
  const weights = FileAttachment("../../reference/weights.safetensors").href;
  const [json, bytes] = await Promise.all([
    siteJson<ReferenceRunJson>({ url: run, what: "los resultados precalculados" }, ["evaluation"]),
    siteBytes({ url: weights, what: "los pesos precalculados" }),
  ]);
  return decodeReferenceRun(json, bytes);
}
