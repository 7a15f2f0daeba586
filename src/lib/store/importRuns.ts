// Puts the runs of a file into the store. What is there is never overwritten nor let go: the same run is left as
// it is, another run with its id comes in under a new one, a name that is taken gets a number, and where one does
// not fit the import stops.
import type { ExportedRun } from "../files/readRunFile.js";
import { REFERENCE_ID } from "../files/referenceRun.js";
import { namesOf } from "./readRuns.js";
import type { RunStore } from "./runStore.js";
import { StorageError } from "./storageError.js";
import { firstFree } from "../run/firstFree.js";
import type { Run } from "../run/run.js";
import { freeName, runName } from "../run/runName.js";
import { weightsSha256 } from "../run/weightsSha256.js";

export interface ImportedRuns {
  /** Names, as they are now. */
  added: string[];
  /** Names of those that were there already. */
  known: string[];
  /** Names of those that have not come in: the first one does not fit. */
  left: string[];
  /** Why, for the reader. */
  problem?: string;
}

type Store = Pick<RunStore, "get" | "list" | "add" | "restore">;

export async function importRuns(
  runs: readonly ExportedRun[],
  store: Store,
): Promise<ImportedRuns> {
  const result: ImportedRuns = { added: [], known: [], left: [] };
  let done = 0;
  try {
    const list = await store.list();
    const names = namesOf(list);
    const rows = [...list.runs, ...list.deleted].map(({ id }) => id);
    const ids = new Set([...rows, ...list.damaged.map(({ id }) => id)]);
    for (const exported of runs) {
      await addOne(exported, { store, ids, names, result });
      done++;
    }
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    result.problem = error.message; // those before it are in
    result.left = runs.slice(done).map(({ run }) => runName(run));
  }
  return result;
}

interface Import {
  store: Store;
  ids: Set<string>;
  names: Set<string>;
  result: ImportedRuns;
}

async function addOne(
  { run, epochs, pinned }: ExportedRun,
  { store, ids, names, result }: Import,
): Promise<void> {
  if (run.id === REFERENCE_ID) {
    result.known.push(runName(run)); // it is on every reader's page, and in no store
    return;
  }
  const saved = await findSame(run, { store, ids });
  if (saved) {
    await store.restore(saved.id); // it may have been deleted a moment ago
    result.known.push(runName(saved));
    return;
  }
  const id = firstFree(run.id, ids, (count) => `${run.id}-${count}`);
  const name = freeName(run, names);
  const own = runName({ ...run, id }) === name ? {} : { name };
  await store.add({ ...run, id, ...own }, { epochs, pinned });
  ids.add(id);
  names.add(name);
  result.added.push(name);
}

/** Under its id, or under one that an import before has given it. */
async function findSame(
  run: Run,
  { store, ids }: { store: Store; ids: ReadonlySet<string> },
): Promise<Run | undefined> {
  const isOf = (id: string) =>
    id === run.id || (id.startsWith(`${run.id}-`) && /^\d+$/.test(id.slice(run.id.length + 1)));
  for (const id of [...ids].filter(isOf)) {
    const saved = await store.get(id);
    if (saved && (await isSame(saved, run))) return saved;
  }
  return undefined;
}

async function isSame(saved: Run, run: Run): Promise<boolean> {
  if (saved.checkpoint.batch !== run.checkpoint.batch) return false;
  const fingerprints = [saved, run].map(({ checkpoint }) => weightsSha256(checkpoint.weights));
  const [first, second] = await Promise.all(fingerprints);
  return first === second;
}
