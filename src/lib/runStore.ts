// The reader's runs, kept in IndexedDB under the site's own address (all the sites of one GitHub
// Pages user share an origin). Works in pages and in workers; where storage is off, it says so.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Run } from "./run.js";
import { siteAddress } from "./siteAddress.js";

interface Schema extends DBSchema {
  runs: { key: string; value: Run; indexes: { updatedAt: number } };
}

/** Storage is off (a private window, blocked by the reader) or full. */
export class StorageError extends Error {
  override name = "StorageError";
}

export interface RunStore {
  save(run: Run): Promise<void>;
  get(id: string): Promise<Run | undefined>;
  /** The run saved last, or undefined. */
  latest(): Promise<Run | undefined>;
  /** The run saved last among those that have been evaluated, or undefined. */
  latestWithResults(): Promise<Run | undefined>;
  delete(id: string): Promise<void>;
}

/** How many runs are kept; the oldest go first. */
const RUNS_KEPT = 20;

/** The store of the site at this address, which ends with a slash. */
export function openRunStore(site = siteAddress()): RunStore {
  const database = openDB<Schema>(`red-convolucional ${site}`, 1, {
    upgrade(db) {
      db.createObjectStore("runs", { keyPath: "id" }).createIndex("updatedAt", "updatedAt");
    },
  });
  database.catch(() => undefined); // each use reports it
  async function use<T>(action: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      return await action(await database);
    } catch (error) {
      throw new StorageError(storageMessage(error), { cause: error });
    }
  }
  return {
    save: (run) =>
      use(async (db) => {
        await db.put("runs", run);
        const keys = await db.getAllKeysFromIndex("runs", "updatedAt");
        for (const key of keys.slice(0, -RUNS_KEPT)) await db.delete("runs", key);
      }),
    get: (id) => use((db) => db.get("runs", id)),
    latest: () => use((db) => newest(db, () => true)),
    latestWithResults: () => use((db) => newest(db, (run) => run.evaluation !== undefined)),
    delete: (id) => use((db) => db.delete("runs", id)),
  };
}

async function newest(
  db: IDBPDatabase<Schema>,
  suits: (run: Run) => boolean,
): Promise<Run | undefined> {
  const index = db.transaction("runs").store.index("updatedAt");
  let cursor = await index.openCursor(null, "prev");
  while (cursor && !suits(cursor.value)) cursor = await cursor.continue();
  return cursor?.value;
}

function storageMessage(error: unknown): string {
  return error instanceof DOMException && error.name === "QuotaExceededError"
    ? "No queda sitio en el navegador para guardar la corrida. Libera espacio o descarga el modelo antes de cerrar la página."
    : "Este navegador no deja guardar datos (¿una ventana privada?). Puedes entrenar igual, pero al cerrar la página se perderá la corrida.";
}
