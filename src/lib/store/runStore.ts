// The reader's runs, kept in IndexedDB under the site's own address (all the sites of one GitHub
// Pages user share an origin). Works in pages and in workers; where storage is off, it says so.
import type { EpochState, Run } from "../run/run.js";
import { type RunDatabase, runDatabase, storageError } from "./runDatabase.js";
import { type EvictedRun, makeRoom, purgeDeleted } from "./runEviction.js";
import { runName, withOwnName } from "../run/runName.js";
import { epochState, joinRun, presentRecord, type RunRecord, splitRun } from "../run/runRecord.js";
import { storageQuota } from "./storageQuota.js";
import { siteAddress } from "../browser/siteAddress.js";
import type { Sweep } from "../sweep/sweep.js";

export { StorageError } from "./storageError.js";

export interface RunStore {
  /** Keeps the run and, at the end of an epoch, its weights. Resolves to what had to go for it. */
  save(run: Run, options?: { epochs?: EpochState[]; pinned?: boolean }): Promise<EvictedRun[]>;
  get(id: string): Promise<Run | undefined>;
  /** Of the run, if it is kept, deleted or not. */
  record(id: string): Promise<RunRecord | undefined>;
  /** Every run, the deleted ones that can still come back too, the latest first; no weights are read. */
  list(): Promise<RunRecord[]>;
  /** The run saved last, or undefined. Those of a sweep are left out here, for the sweep goes on with them. */
  latest(): Promise<Run | undefined>;
  /** The run chosen for the pages; else the one saved last that has been evaluated; or undefined. */
  latestWithResults(): Promise<Run | undefined>;
  /** The id of the run chosen for the pages; undefined: always the latest. */
  chosen(): Promise<string | undefined>;
  choose(id: string | undefined): Promise<void>;
  epoch(runId: string, epoch: number): Promise<EpochState | undefined>;
  epochs(runId: string): Promise<EpochState[]>;
  rename(id: string, name: string): Promise<void>;
  pin(id: string, pinned: boolean): Promise<void>;
  /** The run is gone from the pages, and comes back with `restore` until the store is next purged. */
  delete(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  /** Frees what was deleted some time ago. */
  purge(): Promise<void>;
  /** What had to go since the reader was last told. */
  evicted(): Promise<EvictedRun[]>;
  forgetEvicted(): Promise<void>;
  sweeps(): Promise<Sweep[]>;
  saveSweep(sweep: Sweep): Promise<void>;
  deleteSweep(id: string): Promise<void>;
  /** Calls back when a tab or a worker has changed something; returns how to stop it. */
  onChange(listener: () => void): () => void;
}

const DATA = ["runs", "details", "epochs", "settings"] as const;

/** The store of the site at this address, which ends with a slash. */
export function openRunStore(site = siteAddress()): RunStore {
  const database = runDatabase(site);
  const channelName = `red-convolucional ${site} corridas`;
  let channel: BroadcastChannel | undefined;
  async function use<T>(action: (db: RunDatabase) => Promise<T>): Promise<T> {
    try {
      return await action(await database());
    } catch (error) {
      throw storageError(error);
    }
  }
  async function change<T>(action: (db: RunDatabase) => Promise<T>): Promise<T> {
    const result = await use(action);
    announce();
    return result;
  }
  function announce(): void {
    channel ??= openChannel(channelName);
    channel?.postMessage(null);
  }
  const edit = (id: string, mutate: (record: RunRecord) => void) =>
    change(async (db) => {
      const transaction = db.transaction("runs", "readwrite");
      const record = await transaction.store.get(id);
      if (record) {
        mutate(record);
        await transaction.store.put(record);
      }
      await transaction.done;
    });
  const get = async (db: RunDatabase, id: string) => {
    const transaction = db.transaction(["runs", "details"]);
    const [record, details] = await Promise.all([
      transaction.objectStore("runs").get(id),
      transaction.objectStore("details").get(id),
    ]);
    return record && details && joinRun(presentRecord(record), details);
  };
  const list = async (db: RunDatabase) =>
    (await db.getAllFromIndex("runs", "updatedAt")).reverse().map(presentRecord);
  const newest = async (db: RunDatabase, suits: (record: RunRecord) => boolean) => {
    const found = (await list(db)).find(
      (record) => record.deletedAt === undefined && suits(record),
    );
    return found && get(db, found.id);
  };
  const ofSweep = ({ sweepId }: RunRecord) => sweepId !== undefined;
  return {
    save: (run, options) => change((db) => saveRun(db, run, options)),
    get: (id) => use((db) => get(db, id)),
    record: (id) =>
      use(async (db) => {
        const record = await db.get("runs", id);
        return record && presentRecord(record);
      }),
    list: () => use(list),
    latest: () => use((db) => newest(db, (record) => !ofSweep(record))),
    latestWithResults: () =>
      use(async (db) => {
        const id = (await db.get("settings", "chosen")) as string | undefined;
        return (
          (id !== undefined && (await newest(db, (run) => run.id === id && run.hasEvaluation))) ||
          newest(db, (run) => run.hasEvaluation && !ofSweep(run))
        );
      }),
    chosen: () => use((db) => db.get("settings", "chosen") as Promise<string | undefined>),
    choose: (id) =>
      change(async (db) => {
        if (id === undefined) await db.delete("settings", "chosen");
        else await db.put("settings", id, "chosen");
      }),
    epoch: (runId, epoch) => use((db) => db.get("epochs", [runId, epoch])),
    epochs: (runId) => use((db) => db.getAll("epochs", IDBKeyRange.bound([runId], [runId, []]))),
    rename: (id, name) =>
      edit(id, (record) => {
        record.name = name;
      }),
    pin: (id, pinned) =>
      edit(id, (record) => {
        record.pinned = pinned;
      }),
    delete: (id) =>
      edit(id, (record) => {
        record.deletedAt = Date.now();
      }),
    restore: (id) =>
      edit(id, (record) => {
        delete record.deletedAt;
      }),
    purge: async () => {
      if ((await use(purgeDeleted)) > 0) announce();
    },
    evicted: () => use(async (db) => ((await db.get("settings", "evicted")) ?? []) as EvictedRun[]),
    forgetEvicted: () => use((db) => db.delete("settings", "evicted")),
    sweeps: () => use((db) => db.getAll("sweeps")),
    saveSweep: (sweep) =>
      change(async (db) => {
        await db.put("sweeps", sweep);
      }),
    deleteSweep: (id) => change((db) => db.delete("sweeps", id)),
    onChange(listener) {
      const incoming = openChannel(channelName);
      if (incoming) incoming.onmessage = listener;
      return () => {
        incoming?.close();
      };
    },
  };
}

/**
 * One transaction for all the parts: a tab that is closed meanwhile leaves the run as it was saved before.
 * Where the disk is full, room is made of what may go; then the run is kept without this epoch's weights.
 */
async function saveRun(
  db: RunDatabase,
  run: Run,
  { epochs, pinned }: { epochs?: EpochState[]; pinned?: boolean } = {},
): Promise<EvictedRun[]> {
  const state = epochState(run);
  const states = epochs ?? (state ? [state] : []);
  const quota = await storageQuota();
  const put = async (kept: readonly EpochState[]) => {
    const transaction = db.transaction(DATA, "readwrite");
    transaction.done.catch(() => undefined); // the request that failed says it
    const runs = transaction.objectStore("runs");
    const before = await runs.get(run.id);
    const named = before ? run : withOwnName(run, await runs.getAll());
    const { record, details } = splitRun(named, before);
    const saved = [...record.savedEpochs, ...kept.map(({ epoch }) => epoch)];
    record.savedEpochs = [...new Set(saved)].sort((a, b) => a - b);
    if (pinned) record.pinned = true;
    await transaction.objectStore("details").put(details);
    for (const epoch of kept) {
      await transaction.objectStore("epochs").put({ ...epoch, runId: run.id });
    }
    await runs.put(record);
    const gone = await makeRoom(transaction, { ...quota, keepId: run.id });
    await transaction.done;
    return gone;
  };
  try {
    return await put(states);
  } catch (error) {
    if (!isFull(error)) throw error;
  }
  const transaction = db.transaction(DATA, "readwrite");
  const gone = await makeRoom(transaction, { ...quota, keepId: run.id, share: 0.7 });
  await transaction.done;
  try {
    return [...gone, ...(await put(states))];
  } catch (error) {
    if (!isFull(error) || states.length === 0) throw error;
  }
  const kept = await put([]);
  const name = runName((await db.get("runs", run.id)) ?? run); // the reader's, or with its number
  return [...gone, ...kept, { id: run.id, name, what: "epochs", at: Date.now() }];
}

/** Undefined where the browser keeps nothing for the site, and then nothing changes either. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
