// The reader's runs, kept in IndexedDB under the site's own address (all the sites of one GitHub
// Pages user share an origin). Works in pages and in workers; where storage is off, it says so.
import {
  type DamagedRow,
  latestIds,
  listRuns,
  readEpochStates,
  readRaw,
  readRun,
  readRunAtEpoch,
  readSweepRows,
  type RunList,
} from "./readRuns.js";
import { purgeDeleted, removeDamaged } from "./runEviction.js";
import type { RunDatabase } from "./runDatabase.js";
import { addRun, saveRun } from "./saveRun.js";
import { connectStore, type StoreConnection } from "./storeConnection.js";
import { type EvictedRun, readChosen, readEvicted } from "./storedSettings.js";
import { siteAddress } from "../browser/siteAddress.js";
import { readRecord } from "../run/stored/recordSchema.js";
import type { EpochState, Run } from "../run/run.js";
import type { RunRecord } from "../run/runRecord.js";
import type { Sweep } from "../sweep/sweep.js";

export { StorageError } from "./storageError.js";

/** Each action rejects with a StorageError, in Spanish, where nothing can be read or kept. */
export interface RunStore extends RunReader, RunWriter, SettingsStore, SweepStore {
  /** Calls back when a tab or a worker has changed something; returns how to stop it. */
  onChange(listener: () => void): () => void;
}

interface RunReader {
  /** The run with its weights; undefined if it is not there, or damaged: `list` tells which. */
  get(id: string): Promise<Run | undefined>;
  /** The record of the run, deleted or not; undefined if it is not stored or damaged. */
  record(id: string): Promise<RunRecord | undefined>;
  /** Every run, and what is damaged of them and of the sweeps; no weights are read. */
  list(): Promise<RunList>;
  /** The run saved last, or undefined; those of files after the reader's own, those of a sweep not at all. */
  latest(): Promise<Run | undefined>;
  /** The run chosen for the pages; else, as `latest`, one that has been evaluated; or undefined. */
  latestWithResults(): Promise<Run | undefined>;
  /** What the run's epochs left, in order, without what is damaged. */
  epochs(runId: string): Promise<EpochState[]>;
  /** The run at the end of an epoch, where its last weights are damaged; rejects if there is no such epoch. */
  atEpoch(runId: string, epoch: number): Promise<{ run: Run; state: EpochState }>;
  /** All that is saved under a damaged row's key, as it is. */
  raw(row: DamagedRow): Promise<object>;
}

interface RunWriter {
  /** Keeps the run and, at the end of an epoch, its weights. Resolves to what had to go for it. */
  save(run: Run, options?: { epochs?: readonly EpochState[] }): Promise<EvictedRun[]>;
  /** Keeps a run of a file; rejects where it does not fit beside what is there. */
  add(run: Run, options: { epochs: readonly EpochState[]; pinned: boolean }): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  pin(id: string, pinned: boolean): Promise<void>;
  /** The run is gone from the pages, and comes back with `restore` until the store is next purged. */
  delete(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  /** For ever, with everything under its key. */
  deleteDamaged(row: DamagedRow): Promise<void>;
  /** Frees what was deleted some time ago. */
  purge(): Promise<void>;
}

interface SettingsStore {
  /** The id of the run chosen for the pages; undefined: always the latest. */
  chosen(): Promise<string | undefined>;
  choose(id: string | undefined): Promise<void>;
  /** What had to go since the reader was last told. */
  evicted(): Promise<EvictedRun[]>;
  forgetEvicted(): Promise<void>;
}

interface SweepStore {
  /** The sound ones; `list` tells of the others. */
  sweeps(): Promise<Sweep[]>;
  saveSweep(sweep: Sweep): Promise<void>;
}

/** The store of the site at this address, which ends with a slash. */
export function openRunStore(site = siteAddress()): RunStore {
  const connection = connectStore(site);
  return {
    ...runReader(connection),
    ...runWriter(connection),
    ...settingsStore(connection),
    ...sweepStore(connection),
    onChange: connection.onChange,
  };
}

function runReader({ use, announce, damage }: StoreConnection): RunReader {
  async function get(id: string): Promise<Run | undefined> {
    const { value, problem } = (await use((db) => readRun(db, id))) ?? {};
    const isNews = damage.get(id) !== problem;
    if (problem === undefined) damage.delete(id);
    else damage.set(id, problem);
    if (isNews) announce();
    return value;
  }
  async function first(suits: (record: RunRecord) => boolean): Promise<Run | undefined> {
    for (const id of await use((db) => latestIds(db, suits))) {
      const run = await get(id);
      if (run) return run;
    }
    return undefined;
  }
  const isAlone = ({ sweepId }: RunRecord) => sweepId === undefined;
  return {
    get,
    record: (id) => use(async (db) => readRecord(await db.get("runs", id)).value),
    list: () => use((db) => listRuns(db, damage)),
    latest: () => first(isAlone),
    async latestWithResults() {
      const id = await use(chosenId);
      const own = await first((run) => run.id === id && run.hasEvaluation);
      return own ?? first((run) => run.hasEvaluation && isAlone(run));
    },
    epochs: (runId) => use((db) => readEpochStates(db, runId), { mayTakeLong: true }),
    atEpoch: (runId, epoch) => use((db) => readRunAtEpoch(db, runId, epoch)),
    raw: (row) => use((db) => readRaw(db, row), { mayTakeLong: true }),
  };
}

type Replace = <T>(
  id: string,
  action: (db: RunDatabase) => Promise<T>,
  options?: { mayTakeLong: boolean },
) => Promise<T>;

function runWriter({ use, change, announce, damage }: StoreConnection): RunWriter {
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
  /** What was damaged under the id is gone once the action is done. */
  const replace: Replace = (id, action, options) =>
    change(async (db) => {
      const result = await action(db);
      damage.delete(id);
      return result;
    }, options);
  return {
    save: (run, options) => replace(run.id, (db) => saveRun(db, run, options)),
    add: (run, options) => replace(run.id, (db) => addRun(db, run, options), { mayTakeLong: true }),
    rename: (id, name) => edit(id, (record) => void (record.name = name)),
    pin: (id, pinned) => edit(id, (record) => void (record.pinned = pinned)),
    delete: (id) => edit(id, (record) => void (record.deletedAt = Date.now())),
    restore: (id) =>
      edit(id, (record) => {
        delete record.deletedAt;
      }),
    deleteDamaged: (row) => replace(row.id, (db) => removeDamaged(db, row)),
    purge: async () => {
      if ((await use(purgeDeleted, { mayTakeLong: true })) > 0) announce();
    },
  };
}

async function chosenId(db: RunDatabase): Promise<string | undefined> {
  return readChosen(await db.get("settings", "chosen"));
}

function settingsStore({ use, change }: StoreConnection): SettingsStore {
  return {
    chosen: () => use(chosenId),
    choose: (id) =>
      change(async (db) => {
        if (id === undefined) await db.delete("settings", "chosen");
        else await db.put("settings", id, "chosen");
      }),
    evicted: () => use(async (db) => readEvicted(await db.get("settings", "evicted"))),
    forgetEvicted: () => use((db) => db.delete("settings", "evicted")),
  };
}

function sweepStore({ use, change }: StoreConnection): SweepStore {
  return {
    sweeps: () => use(readSweepRows),
    saveSweep: (sweep) =>
      change(async (db) => {
        await db.put("sweeps", sweep);
      }),
  };
}
