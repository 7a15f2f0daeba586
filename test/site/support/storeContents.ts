// What the page's store holds, as far as its parts must agree with each other.
import type { SavedEpoch, RunDetails, RunRecord } from "../../../src/lib/run/runRecord.js";
import type { Sweep } from "../../../src/lib/sweep/sweep.js";

export interface RunInStore {
  id: string;
  status: string;
  name: string | undefined;
  sweepId: string | undefined;
  batch: number;
  /** Of the details: the same, or the parts were mixed up. */
  detailsBatch: number;
  savedEpochs: number[];
  /** That have weights: the same. */
  epochsWithWeights: number[];
  network: string | undefined;
  /** tf.layers' JSON. */
  topology: string;
  /** As its layers have it, not its hyperparameters. */
  layerDropout: number;
  /** The names of the changed cells that it used. */
  editedCells: string[];
  learningRate: number;
  batchSize: number;
  dropoutRate: number;
  seed: number;
  /** SHA-256. */
  weights: string;
}

export interface StoreContents {
  version: number;
  runs: RunInStore[];
  sweeps: Sweep[];
}

/** Runs in the page, and so uses nothing from outside itself. */
export async function storeContents(): Promise<StoreContents> {
  const result = <T>(request: IDBRequest) =>
    new Promise<T>((resolve) => {
      request.onsuccess = () => {
        resolve(request.result as T);
      };
    });
  const [found] = await indexedDB.databases();
  const database = await result<IDBDatabase>(indexedDB.open(found!.name!));
  const transaction = database.transaction(["runs", "details", "epochs", "sweeps"]);
  const all = <T>(name: string) => result<T[]>(transaction.objectStore(name).getAll());
  const [records, details, epochs, sweeps] = await Promise.all([
    all<RunRecord>("runs"),
    all<RunDetails>("details"),
    all<SavedEpoch>("epochs"),
    all<Sweep>("sweeps"),
  ]);
  const { version } = database;
  database.close();
  const runs = records.map(async ({ hyperparameters, ...record }): Promise<RunInStore> => {
    const { checkpoint } = details.find(({ id }) => id === record.id)!;
    const bytes = await new Blob(
      checkpoint.weights.map(({ values }) => values.slice()),
    ).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const { id, status, name, sweepId, batch, savedEpochs } = record;
    const { learningRate, batchSize, dropoutRate, seed } = hyperparameters;
    return {
      id,
      status,
      name,
      sweepId,
      batch,
      savedEpochs,
      learningRate,
      batchSize,
      seed,
      network: record.network,
      dropoutRate,
      editedCells: (record.edits ?? []).map(({ cell }) => cell),
      topology: record.topology,
      layerDropout: Number(/"rate":([\d.]+)/.exec(record.topology)?.[1]),
      detailsBatch: checkpoint.batch,
      epochsWithWeights: epochs.filter(({ runId }) => runId === id).map(({ epoch }) => epoch),
      weights: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    };
  });
  return { version, runs: await Promise.all(runs), sweeps };
}
