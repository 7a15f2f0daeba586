// Makes room in the store, in the transaction of the save that needs it, and writes down what went, so
// that the reader is told on the training page and on Experimentos.
import type { IDBPTransaction } from "idb";
import type { RunDatabase, RunSchema } from "./runDatabase.js";
import { runName } from "../run/runName.js";
import { heldRuns } from "./heldRuns.js";
import { type DamagedRow, soundRecords } from "./readRuns.js";
import { planEviction, type Quota } from "./runQuota.js";
import { type EvictedRun, readEvicted } from "./storedSettings.js";
import { recordBytes, type RunRecord } from "../run/runRecord.js";

/** Where the parts of runs are, and what is written down of those that went. */
export const RUN_STORES = ["runs", "details", "epochs", "settings"] as const;

export type StoreChange = IDBPTransaction<
  RunSchema,
  readonly (typeof RUN_STORES)[number][],
  "readwrite"
>;

/** So long after it was deleted, or trained on, nobody wants a run back. */
const UNDO_MS = 10 * 60_000;
/** How many notes of what went are stored, the latest ones: enough to be told. */
const MOST_EVICTIONS = 50;

/** @param options.share of what is stored now, which it must come down to; left out: only the quota */
export async function makeRoom(
  transaction: StoreChange,
  { budgetBytes, mostRuns, savingId, share }: Quota & { savingId?: string; share?: number },
): Promise<EvictedRun[]> {
  const now = Date.now();
  const runs = transaction.objectStore("runs");
  const records = soundRecords(await runs.getAll()); // nobody knows what a damaged one is worth
  const stored = records.reduce((sum, record) => sum + recordBytes(record), 0);
  const budget = share === undefined ? budgetBytes : Math.min(budgetBytes, share * stored);
  const eviction = planEviction(records, { budgetBytes: budget, mostRuns, savingId, now });
  const gone: EvictedRun[] = [];
  for (const { id, epochs } of eviction.thin) {
    const record = records.find((one) => one.id === id)!;
    for (const epoch of epochs) await transaction.objectStore("epochs").delete([id, epoch]);
    record.savedEpochs = record.savedEpochs.filter((epoch) => !epochs.includes(epoch));
    await runs.put(record);
    gone.push({ id, name: runName(record), what: "epochs", at: now });
  }
  for (const id of eviction.drop) {
    const record = records.find((one) => one.id === id)!;
    await removeRun(transaction, id);
    if (record.deletedAt === undefined)
      gone.push({ id, name: runName(record), what: "run", at: now });
  }
  if (gone.length > 0) {
    const settings = transaction.objectStore("settings");
    const before = readEvicted(await settings.get("evicted"));
    await settings.put([...before, ...gone].slice(-MOST_EVICTIONS), "evicted");
  }
  return gone;
}

/**
 * Frees the runs that the reader deleted some time ago; resolves to how many. One that a tab has paused stays:
 * what it saves next would come back without its earlier epochs.
 */
export async function purgeDeleted(db: RunDatabase): Promise<number> {
  const isHeld = await heldRuns();
  const transaction = db.transaction(RUN_STORES, "readwrite");
  const records = soundRecords(await transaction.objectStore("runs").getAll());
  const gone = records.filter((record) => mayPurge(record, Date.now()) && !isHeld(record.id));
  for (const { id } of gone) await removeRun(transaction, id);
  await transaction.done;
  return gone.length;
}

/** Not while another tab trains it: its next save would bring it back as if nobody had deleted it. */
export function mayPurge({ deletedAt, updatedAt }: RunRecord, now: number): boolean {
  return deletedAt !== undefined && now - Math.max(deletedAt, updatedAt) > UNDO_MS;
}

/** A damaged row for ever, with everything under its key. */
export async function removeDamaged(db: RunDatabase, { kind, key }: DamagedRow): Promise<void> {
  if (kind === "sweep") return db.delete("sweeps", key as string);
  const transaction = db.transaction(RUN_STORES, "readwrite");
  await removeRun(transaction, key);
  await transaction.done;
}

/** The run with all its parts. */
async function removeRun(transaction: StoreChange, id: IDBValidKey): Promise<void> {
  await transaction.objectStore("runs").delete(id as string);
  await transaction.objectStore("details").delete(id as string);
  await transaction.objectStore("epochs").delete(IDBKeyRange.bound([id], [id, []]));
}
