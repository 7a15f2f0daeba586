// What must go when the runs take more room than they may: first the weights of each epoch of the oldest
// runs, then whole runs, oldest first. What the reader has pinned, and what is being trained, stays; but
// the run that is being saved, pinned or not, loses its earlier epochs where nothing else is left to go.
import { recordBytes, type RunRecord } from "../run/runRecord.js";

export interface Quota {
  budgetBytes: number;
  mostRuns: number;
}

export interface Eviction {
  /** Runs that lose the weights of these epochs, and keep everything else. */
  thin: { id: string; epochs: number[] }[];
  /** Runs that go. */
  drop: string[];
}

/** A run is saved at least four times as often while it is being trained. */
const RUNNING_MS = 60_000;

/** Whether it is being trained, as far as its last save tells. */
function isTrained({ status, updatedAt }: RunRecord, now: number): boolean {
  return status === "running" && now - updatedAt < RUNNING_MS;
}

/** @param savingId of the run that is being saved */
export function planEviction(
  records: readonly RunRecord[],
  { budgetBytes, mostRuns, savingId, now }: Quota & { savingId?: string | undefined; now: number },
): Eviction {
  const candidates = records
    .filter((record) => !record.pinned && record.id !== savingId && !isTrained(record, now))
    .sort((a, b) => goesFirst(a, b));
  const eviction: Eviction = { thin: [], drop: [] };
  let bytes = records.reduce((sum, record) => sum + recordBytes(record), 0);
  let count = records.length;

  for (const record of candidates) {
    if (bytes <= budgetBytes) break;
    if (record.savedEpochs.length === 0) continue;
    eviction.thin.push({ id: record.id, epochs: record.savedEpochs });
    bytes -= record.epochBytes * record.savedEpochs.length;
  }
  for (const record of candidates) {
    if (bytes <= budgetBytes && count <= mostRuns) break;
    const thinned = eviction.thin.findIndex(({ id }) => id === record.id);
    bytes -= thinned < 0 ? recordBytes(record) : recordBytes({ ...record, savedEpochs: [] });
    if (thinned >= 0) eviction.thin.splice(thinned, 1);
    eviction.drop.push(record.id);
    count--;
  }
  const own = records.find(({ id }) => id === savingId);
  if (own && bytes > budgetBytes) {
    const excess = Math.ceil((bytes - budgetBytes) / Math.max(1, own.epochBytes));
    const epochs = own.savedEpochs.slice(0, -1).slice(0, excess); // its latest epoch stays
    if (epochs.length > 0) eviction.thin.push({ id: own.id, epochs });
  }
  return eviction;
}

/** How many runs are left after it, and how many bytes they take: more than they may where too few may go. */
export function leftAfter(
  { thin, drop }: Eviction,
  records: readonly RunRecord[],
): { count: number; bytes: number } {
  const gone = new Map(thin.map(({ id, epochs }) => [id, new Set(epochs)]));
  const left = records.filter(({ id }) => !drop.includes(id));
  const sizes = left.map((record) => {
    const savedEpochs = record.savedEpochs.filter((epoch) => !gone.get(record.id)?.has(epoch));
    return recordBytes({ ...record, savedEpochs });
  });
  return { count: left.length, bytes: sizes.reduce((sum, bytes) => sum + bytes, 0) };
}

/** Those that the reader has deleted, then the oldest. */
function goesFirst(a: RunRecord, b: RunRecord): number {
  const deleted = Number(b.deletedAt !== undefined) - Number(a.deletedAt !== undefined);
  return deleted || a.updatedAt - b.updatedAt;
}
