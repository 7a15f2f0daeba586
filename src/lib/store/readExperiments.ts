// What the page of experiments shows: the reader's runs with the reference run at their end, what was
// deleted or had to go, and which run the other pages look at.
import type { DamagedRow } from "./readRuns.js";
import type { EvictedRun } from "./storedSettings.js";
import type { RunRecord } from "../run/runRecord.js";
import { type RunStore, StorageError } from "./runStore.js";

export interface Experiments {
  runs: RunRecord[];
  deleted: RunRecord[];
  damaged: DamagedRow[];
  evicted: EvictedRun[];
  chosenId: string | undefined;
  /** Why the reader's runs cannot be read, for them. */
  problem?: string;
}

export async function readExperiments(store: RunStore, reference: RunRecord): Promise<Experiments> {
  try {
    const [{ runs, deleted, damaged }, evicted, chosenId] = await Promise.all([
      store.list(),
      store.evicted(),
      store.chosen(),
    ]);
    return { runs: [...runs, reference], deleted, damaged, evicted, chosenId };
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    const problem = error.message;
    const nothing = { deleted: [], damaged: [], evicted: [], chosenId: undefined };
    return { runs: [reference], ...nothing, problem };
  }
}
