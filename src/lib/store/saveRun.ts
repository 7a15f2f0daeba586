// Saves a run: all its parts in one transaction, so that a tab that is closed meanwhile leaves the run as it
// was saved before, and with room made for it, or not, as the reader's own runs or those of a file ask.
import { soundRecords } from "./readRuns.js";
import type { RunDatabase } from "./runDatabase.js";
import { makeRoom, RUN_STORES, type StoreChange } from "./runEviction.js";
import { type Eviction, leftAfter, planEviction, type Quota } from "./runQuota.js";
import { StorageError } from "./storageError.js";
import { storageQuota } from "./storageQuota.js";
import type { EvictedRun } from "./storedSettings.js";
import { readRecord } from "../run/stored/recordSchema.js";
import type { EpochState, Run } from "../run/run.js";
import { runName, withOwnName } from "../run/runName.js";
import { epochState, type RunRecord, splitRun } from "../run/runRecord.js";
import { formatBytes, formatInteger } from "../text/format.js";

interface SaveOptions {
  /** Left out: of the epoch that the run has just closed. */
  epochs?: readonly EpochState[];
}

/**
 * Resolves to what had to go for it. Where the disk is full, room is made of what may go; then the run is
 * saved without this epoch's weights.
 */
export async function saveRun(
  db: RunDatabase,
  run: Run,
  { epochs }: SaveOptions = {},
): Promise<EvictedRun[]> {
  const state = epochState(run);
  const all = epochs ?? (state ? [state] : []);
  const quota = { ...(await storageQuota()), savingId: run.id };
  const put = (states: readonly EpochState[]) =>
    transact(db, async (change) => {
      await putParts(change, run, { states });
      return makeRoom(change, quota);
    });
  try {
    return await put(all);
  } catch (error) {
    if (!isFull(error)) throw error;
  }
  const gone = await transact(db, (change) => makeRoom(change, { ...quota, share: 0.7 }));
  try {
    return [...gone, ...(await put(all))];
  } catch (error) {
    if (!isFull(error) || all.length === 0) throw error;
  }
  const goneToo = await put([]);
  const name = runName((await db.get("runs", run.id)) ?? run); // the reader's, or with its number
  return [...gone, ...goneToo, { id: run.id, name, what: "epochs", at: Date.now() }];
}

/**
 * Keeps a run of a file; rejects with a StorageError, in Spanish, where one of the reader's had to go for it, or
 * none may go and there is no room.
 */
export async function addRun(
  db: RunDatabase,
  run: Run,
  { epochs, pinned }: { epochs: readonly EpochState[]; pinned: boolean },
): Promise<void> {
  const quota = { ...(await storageQuota()), savingId: run.id };
  await transact(db, async (change) => {
    const own = { ...(pinned && { pinned }), importedAt: Date.now() };
    await putParts(change, run, { states: epochs, own });
    const records = soundRecords(await change.objectStore("runs").getAll());
    const eviction = planEviction(records, { ...quota, now: Date.now() });
    if (!isHarmless(eviction, records, quota)) throw new StorageError(noRoom(records, quota));
    await makeRoom(change, quota); // of what the reader has deleted
  });
}

/** Whether it takes only what the reader has deleted, and that is enough. */
function isHarmless(
  eviction: Eviction,
  records: readonly RunRecord[],
  { mostRuns, budgetBytes }: Quota,
): boolean {
  const going = new Set([...eviction.drop, ...eviction.thin.map(({ id }) => id)]);
  const { count, bytes } = leftAfter(eviction, records);
  return (
    !records.some((record) => going.has(record.id) && !isDeleted(record)) &&
    count <= mostRuns &&
    bytes <= budgetBytes
  );
}

function isDeleted({ deletedAt }: RunRecord): boolean {
  return deletedAt !== undefined;
}

function noRoom(records: readonly RunRecord[], { mostRuns, budgetBytes }: Quota): string {
  const count = records.filter((record) => !isDeleted(record)).length;
  const limit =
    count > mostRuns
      ? `El cuaderno guarda ${formatInteger(mostRuns)} entrenamientos como mucho`
      : `Los entrenamientos pueden ocupar ${formatBytes(budgetBytes)} como mucho`;
  return `${limit}, y una importación no borra los que tienes para hacer sitio.`;
}

/** One transaction; what the work rejects with undoes all of it. */
async function transact<T>(db: RunDatabase, work: (change: StoreChange) => Promise<T>): Promise<T> {
  const transaction = db.transaction(RUN_STORES, "readwrite");
  transaction.done.catch(() => undefined); // the request that failed says it
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

function abort(transaction: StoreChange): void {
  try {
    transaction.abort();
  } catch {
    return; // the browser has, since a request failed
  }
}

async function putParts(
  transaction: StoreChange,
  run: Run,
  { states, own = {} }: { states: readonly EpochState[]; own?: Partial<RunRecord> },
): Promise<void> {
  const [runs, epochs] = [transaction.objectStore("runs"), transaction.objectStore("epochs")];
  const row = await runs.get(run.id);
  const before = readRecord(row).value; // a damaged one gives way to the run as it is now
  const named = row ? run : withOwnName(run, await runs.getAll());
  const { record, details } = splitRun(named, before);
  for (const state of states) await epochs.put({ ...state, runId: run.id });
  const keys = await epochs.getAllKeys(IDBKeyRange.bound([run.id], [run.id, []]));
  record.savedEpochs = keys.map(([, epoch]) => epoch);
  await transaction.objectStore("details").put(details);
  await runs.put({ ...record, ...own });
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
