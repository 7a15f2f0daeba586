// What the page of sweeps shows: the sweeps, the latest first, the one that was left unfinished, and the
// runs that they and their estimates are made of, without those that the reader has deleted.
import type { RunRecord } from "../run/runRecord.js";
import { type RunStore, StorageError } from "./runStore.js";
import type { Sweep } from "../sweep/sweep.js";

export interface Sweeps {
  sweeps: Sweep[];
  unfinished?: Sweep | undefined;
  runs: RunRecord[];
  deleted: RunRecord[];
  /** Why they cannot be read, for the reader. */
  problem?: string;
}

export async function readSweeps(store: RunStore): Promise<Sweeps> {
  try {
    const [found, { runs, deleted }] = await Promise.all([store.sweeps(), store.list()]);
    const sweeps = found.sort((a, b) => b.createdAt - a.createdAt);
    const unfinished = sweeps.find(({ status }) => status === "running" || status === "paused");
    return { sweeps, unfinished, runs, deleted };
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return { sweeps: [], runs: [], deleted: [], problem: error.message };
  }
}
