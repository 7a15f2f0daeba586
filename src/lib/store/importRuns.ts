// Puts the runs of a file into the store. What is there is never overwritten: the same run is left as it
// is, another run with its id comes in under a new one, and a name that is taken gets a number.
import { firstFree } from "../run/firstFree.js";
import { REFERENCE_ID } from "../files/referenceRun.js";
import { freeName, runName } from "../run/runName.js";
import type { EvictedRun } from "./runEviction.js";
import type { ExportedRun } from "../files/readRunFile.js";
import type { Run } from "../run/run.js";
import type { RunStore } from "./runStore.js";
import { StorageError } from "./storageError.js";
import { weightsSha256 } from "../run/weightsSha256.js";

export interface ImportedRuns {
  /** Names, as they are now. */
  added: string[];
  /** Names of those that were there already. */
  known: string[];
  /** What had to go for them. */
  evicted: EvictedRun[];
  /** Why the others could not be kept, for the reader. */
  problem?: string;
}

type Store = Pick<RunStore, "get" | "list" | "save" | "restore">;

export async function importRuns(
  runs: readonly ExportedRun[],
  store: Store,
): Promise<ImportedRuns> {
  const result: ImportedRuns = { added: [], known: [], evicted: [] };
  try {
    await addRuns(runs, store, result);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    result.problem = error.message; // those before it are in
  }
  return result;
}

async function addRuns(
  runs: readonly ExportedRun[],
  store: Store,
  { added, known, evicted }: ImportedRuns,
): Promise<void> {
  const records = await store.list();
  const ids = new Set(records.map(({ id }) => id));
  const names = new Set(records.map((record) => runName(record)));
  for (const { run, epochs, pinned } of runs) {
    if (run.id === REFERENCE_ID) {
      known.push(runName(run)); // it is on every reader's page, and in no store
      continue;
    }
    const kept = await findSame(run, { store, ids });
    if (kept) {
      await store.restore(kept.id); // it may have been deleted a moment ago
      known.push(runName(kept));
      continue;
    }
    const id = firstFree(run.id, ids, (count) => `${run.id}-${count}`);
    const name = freeName(run, names);
    const own = runName({ ...run, id }) === name ? {} : { name };
    evicted.push(...(await store.save({ ...run, id, ...own }, { epochs, pinned })));
    ids.add(id);
    names.add(name);
    added.push(name);
  }
}

/** Under its id, or under one that an import before has given it. */
async function findSame(
  run: Run,
  { store, ids }: { store: Store; ids: ReadonlySet<string> },
): Promise<Run | undefined> {
  const isOf = (id: string) =>
    id === run.id || (id.startsWith(`${run.id}-`) && /^\d+$/.test(id.slice(run.id.length + 1)));
  for (const id of [...ids].filter(isOf)) {
    const kept = await store.get(id);
    if (kept && (await isSame(kept, run))) return kept;
  }
  return undefined;
}

async function isSame(kept: Run, run: Run): Promise<boolean> {
  if (kept.checkpoint.batch !== run.checkpoint.batch) return false;
  const fingerprints = [kept, run].map(({ checkpoint }) => weightsSha256(checkpoint.weights));
  const [first, second] = await Promise.all(fingerprints);
  return first === second;
}
