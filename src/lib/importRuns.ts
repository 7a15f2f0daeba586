// Puts the runs of a file into the store. What is there is never overwritten: the same run is left as it
// is, another run with its id comes in under a new one, and a name that is taken gets a number.
import { REFERENCE_ID } from "./referenceRun.js";
import { runName } from "./runName.js";
import type { ExportedRun } from "./runFile.js";
import type { Run } from "./run.js";
import type { RunStore } from "./runStore.js";
import { weightsSha256 } from "./weightsSha256.js";

export interface ImportedRuns {
  /** Names, as they are now. */
  added: string[];
  /** Names of those that were there already. */
  known: string[];
}

export async function importRuns(
  runs: readonly ExportedRun[],
  store: Pick<RunStore, "get" | "list" | "save" | "restore">,
): Promise<ImportedRuns> {
  const result: ImportedRuns = { added: [], known: [] };
  const records = await store.list();
  const ids = new Set(records.map(({ id }) => id));
  const names = new Set(records.map((record) => runName(record)));
  for (const { run, epochs, pinned } of runs) {
    if (run.id === REFERENCE_ID) {
      result.known.push(runName(run)); // it is on every reader's page, and in no store
      continue;
    }
    const kept = await store.get(run.id);
    if (kept && (await isSame(kept, run))) {
      await store.restore(run.id); // it may have been deleted a moment ago
      result.known.push(runName(run));
      continue;
    }
    const id = free(run.id, ids, (count) => `${run.id}-${count}`);
    const name = free(runName(run), names, (count) => `${runName(run)} (${count})`);
    const own = runName({ ...run, id }) === name ? {} : { name };
    await store.save({ ...run, id, ...own }, { epochs, pinned });
    ids.add(id);
    names.add(name);
    result.added.push(name);
  }
  return result;
}

async function isSame(kept: Run, run: Run): Promise<boolean> {
  if (kept.checkpoint.batch !== run.checkpoint.batch) return false;
  const fingerprints = [kept, run].map(({ checkpoint }) => weightsSha256(checkpoint.weights));
  const [first, second] = await Promise.all(fingerprints);
  return first === second;
}

function free(wanted: string, taken: ReadonlySet<string>, next: (count: number) => string): string {
  let found = wanted;
  for (let count = 2; taken.has(found); count++) found = next(count);
  return found;
}
