// Reads runs out of the database, each checked by itself: a record that is damaged is set apart with the reason,
// and never hides the others.
import type { RunDatabase } from "./runDatabase.js";
import { StorageError } from "./storageError.js";
import { readCurve, readDetails, readEpoch, readRecord } from "../run/stored/recordSchema.js";
import { batchesPerEpoch, type EpochState, type Run } from "../run/run.js";
import { memorableName, runName } from "../run/runName.js";
import { epochsToGoOn, joinRun, type RunRecord } from "../run/runRecord.js";
import type { Checked } from "../schema/readValue.js";
import type { Sweep } from "../sweep/sweep.js";
import { readSweep } from "../sweep/sweepSchema.js";

/** A row of the store that cannot be used as it is: to be looked at, taken away or deleted, or gone back from. */
export interface DamagedRow {
  kind: "run" | "sweep";
  key: IDBValidKey;
  /** The key as text: the id of what it was. */
  id: string;
  /** The reader's, or the one that its key gives. */
  name: string;
  /** In Spanish, by the field. */
  problem: string;
  /** Epochs that it can go on from, in order; of a run whose weights alone are damaged. */
  epochs: number[];
}

export interface RunList {
  /** The latest first. */
  runs: RunRecord[];
  /** That can still come back. */
  deleted: RunRecord[];
  damaged: DamagedRow[];
}

/** @param damage of runs whose record is whole, by their ids */
export async function listRuns(
  db: RunDatabase,
  damage: ReadonlyMap<string, string>,
): Promise<RunList> {
  const [rows, sweeps] = await Promise.all([db.getAll("runs"), db.getAll("sweeps")]);
  const records: RunRecord[] = [];
  const damaged: DamagedRow[] = [];
  for (const row of rows) {
    const { value, problem } = readRecord(row);
    const found = problem ?? damage.get(value.id);
    if (found === undefined) records.push(value!);
    else {
      const epochs = value ? epochsToGoOn(value) : [];
      damaged.push(damagedRow("run", row, { problem: found, epochs }));
    }
  }
  for (const row of sweeps) {
    const { problem } = readSweep(row);
    if (problem !== undefined) damaged.push(damagedRow("sweep", row, { problem, epochs: [] }));
  }
  records.sort((a, b) => b.updatedAt - a.updatedAt);
  return {
    runs: records.filter(({ deletedAt }) => deletedAt === undefined),
    deleted: records.filter(({ deletedAt }) => deletedAt !== undefined),
    damaged,
  };
}

function damagedRow(
  kind: DamagedRow["kind"],
  row: unknown,
  rest: Pick<DamagedRow, "problem" | "epochs">,
): DamagedRow {
  const { id: key, name } = row as { id: IDBValidKey; name?: unknown };
  const id = typeof key === "string" ? key : JSON.stringify(key);
  const given = typeof name === "string" && name.trim() !== "" ? name : undefined;
  const own = kind === "run" ? memorableName(id) : `barrido ${id}`;
  return { kind, key, id, name: given ?? own, ...rest };
}

/** The sound ones. */
export function soundRecords(rows: readonly unknown[]): RunRecord[] {
  return rows.flatMap((row) => readRecord(row).value ?? []);
}

/** The run; what is damaged of it; or undefined if it is not there. */
export async function readRun(db: RunDatabase, id: string): Promise<Checked<Run> | undefined> {
  const transaction = db.transaction(["runs", "details"]);
  const [row, details] = await Promise.all([
    transaction.objectStore("runs").get(id) as Promise<unknown>,
    transaction.objectStore("details").get(id) as Promise<unknown>,
  ]);
  if (row === undefined) return undefined;
  const record = readRecord(row);
  if (record.problem !== undefined) return record;
  const rest = readDetails(details, record.value.hyperparameters);
  if (rest.problem !== undefined) return rest;
  return { value: joinRun(record.value, rest.value) };
}

/** Whether it has come in a file, and nothing has been trained of it here. */
function isForeign({ importedAt, updatedAt }: RunRecord): boolean {
  return importedAt !== undefined && updatedAt <= importedAt;
}

/** Ids of the runs that may stand for the reader's latest, best first: their own before those of files. */
export async function latestIds(
  db: RunDatabase,
  suits: (record: RunRecord) => boolean,
): Promise<string[]> {
  const records = soundRecords(await db.getAll("runs"));
  return records
    .filter((record) => record.deletedAt === undefined && suits(record))
    .sort((a, b) => Number(isForeign(a)) - Number(isForeign(b)) || b.updatedAt - a.updatedAt)
    .map(({ id }) => id);
}

/** What the epoch left, or undefined; a StorageError, in Spanish, if it is damaged. */
async function readEpochState(
  db: RunDatabase,
  runId: string,
  epoch: number,
): Promise<EpochState | undefined> {
  const row: unknown = await db.get("epochs", [runId, epoch]);
  if (row === undefined) return undefined;
  const { value, problem } = readEpoch(row);
  if (value) return value;
  throw new StorageError(
    `Lo que dejó la época ${epoch} está dañado: ${problem}. Prueba con otra época.`,
  );
}

/** The sound ones, in order. */
export async function readEpochStates(db: RunDatabase, runId: string): Promise<EpochState[]> {
  const rows: unknown[] = await db.getAll("epochs", IDBKeyRange.bound([runId], [runId, []]));
  return rows.flatMap((row) => readEpoch(row).value ?? []);
}

/** The run as it was at the end of an epoch, where its last weights are damaged. Rejects, in Spanish, if that is too. */
export async function readRunAtEpoch(
  db: RunDatabase,
  id: string,
  epoch: number,
): Promise<{ run: Run; state: EpochState }> {
  const { value: record, problem } = readRecord(await db.get("runs", id));
  const state = await readEpochState(db, id, epoch);
  if (!record || !state)
    throw new StorageError(`No se puede volver a esa época: ${problem ?? "ya no está"}.`);
  const details: unknown = await db.get("details", id);
  const batch = epoch * batchesPerEpoch(record.hyperparameters);
  const { weights, velocities, squares, sums } = state;
  const checkpoint = { batch, weights, velocities, sums, ...(squares && { squares }) };
  const curve = readCurve(details, record.hyperparameters);
  return { run: joinRun(record, { id, checkpoint, ...curve }), state };
}

/** The sound ones. */
export async function readSweepRows(db: RunDatabase): Promise<Sweep[]> {
  const rows: unknown[] = await db.getAll("sweeps");
  return rows.flatMap((row) => readSweep(row).value ?? []);
}

/** All that the store holds under the key, as it is: for a file that somebody may mend by hand. */
export async function readRaw(db: RunDatabase, { kind, key }: DamagedRow): Promise<object> {
  if (kind === "sweep") return { sweep: (await db.get("sweeps", key as string)) as unknown };
  const [run, details, epochs] = await Promise.all([
    db.get("runs", key as string),
    db.get("details", key as string),
    db.getAll("epochs", IDBKeyRange.bound([key], [key, []])),
  ]);
  return { run, details, epochs };
}

/** The names that runs have, as a reader sees them. */
export function namesOf({ runs, deleted, damaged }: RunList): Set<string> {
  return new Set([...[...runs, ...deleted].map(runName), ...damaged.map(({ name }) => name)]);
}
