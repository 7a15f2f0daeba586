// Makes the page's store as version 1 of the site wrote it, from the runs of the present one.
import type { RunDetails, RunRecord } from "../../../src/lib/run/runRecord.js";

/** Runs in the page, and so uses nothing from outside itself. The site must not be open in it. */
export async function makeOlderStore(): Promise<number> {
  const result = <T>(request: IDBRequest) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result as T);
      };
      request.onerror = () => {
        reject(new Error(request.error?.message));
      };
    });
  const [found] = await indexedDB.databases();
  const name = found!.name!;
  const present = await result<IDBDatabase>(indexedDB.open(name));
  const stores = present.transaction(["runs", "details"]);
  const records = await result<RunRecord[]>(stores.objectStore("runs").getAll());
  const details = await result<RunDetails[]>(stores.objectStore("details").getAll());
  present.close();
  await result(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    const store = opening.result.createObjectStore("runs", { keyPath: "id" });
    store.createIndex("updatedAt", "updatedAt");
  };
  const older = await result<IDBDatabase>(opening);
  const write = older.transaction("runs", "readwrite");
  for (const record of records) {
    const { checkpoint, evaluation, curve, thousands } = details.find(
      ({ id }) => id === record.id,
    )!;
    const { id, version, hyperparameters, topology, engine, status, createdAt, updatedAt } = record;
    write.objectStore("runs").put({
      id,
      version,
      hyperparameters,
      topology,
      engine,
      status,
      createdAt,
      updatedAt,
      checkpoint,
      evaluation,
      history: { curve, thousands, epochs: record.epochs },
    });
  }
  await new Promise((resolve) => {
    write.oncomplete = resolve;
  });
  older.close();
  return records.length;
}
