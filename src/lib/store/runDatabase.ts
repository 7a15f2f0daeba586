// The database of the reader's runs: its stores, how an older one becomes this one, and what happens
// when tabs of two versions of the site meet. `runStore` is what pages and workers use.
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { Run } from "../run/run.js";
import {
  epochState,
  type SavedEpoch,
  type RunDetails,
  type RunRecord,
  splitRun,
} from "../run/runRecord.js";
import { StorageError } from "./storageError.js";
import type { Sweep } from "../sweep/sweep.js";
import { errorMessage } from "../errors/errorMessage.js";

export interface RunSchema extends DBSchema {
  runs: { key: string; value: RunRecord; indexes: { updatedAt: number } };
  details: { key: string; value: RunDetails };
  epochs: { key: [runId: string, epoch: number]; value: SavedEpoch };
  sweeps: { key: string; value: Sweep };
  /** Single values by name, which `storedSettings` reads: `chosen`, the id of a run; `evicted`, what had to go. */
  settings: { key: string; value: unknown };
}

export type RunDatabase = IDBPDatabase<RunSchema>;

/**
 * The version of this code. Version 1 kept whole runs in `runs`; version 2 the engines of a run as a phrase, which is
 * still read, but a tab of that version cannot read the list that they are now, and must let go of the store.
 * Version 3 knew no validation, and takes a run whose test is closed for damaged.
 */
const VERSION = 4;

/**
 * A browser that is asked to open the store again while an older tab holds it, by a page that was reloaded,
 * may queue that without a word; opening takes milliseconds, and an upgrade stops the clock.
 */
const LONGEST_OPENING_MS = 5000;

/** Resolves to an open database each time it is called; rejects with a StorageError. */
export function runDatabase(site: string): () => Promise<RunDatabase> {
  const opener = new DatabaseOpener(`red-convolucional ${site}`);
  return () => opener.database();
}

class DatabaseOpener {
  private opening: Promise<RunDatabase> | undefined;
  private isOutdated = false;
  /** Why it is not open yet: another request would only wait behind the first one. */
  private waiting: string | undefined;

  constructor(private readonly name: string) {}

  database(): Promise<RunDatabase> {
    if (this.isOutdated) return Promise.reject(new StorageError(messages.outdated));
    if (this.waiting !== undefined) return Promise.reject(new StorageError(this.waiting));
    if (!this.opening) {
      const promise = this.open();
      this.opening = promise;
      promise.catch(() => {
        if (this.opening === promise) this.opening = undefined;
      });
    }
    return this.opening;
  }

  /** Rejects as soon as it has to wait for another tab; that it opens later is known to the next call. */
  private open(): Promise<RunDatabase> {
    return new Promise((resolve, reject) => {
      const wait = (message: string) => {
        clearTimeout(timer);
        this.waiting = message;
        reject(new StorageError(message));
      };
      const timer = setTimeout(wait, LONGEST_OPENING_MS, messages.waiting);
      const opened = this.request({
        onUpgrade: () => {
          clearTimeout(timer);
        },
        onBlocked: () => {
          wait(messages.blocked);
        },
      });
      const stopWaiting = () => {
        clearTimeout(timer);
        this.waiting = undefined;
      };
      opened.then(stopWaiting, stopWaiting);
      opened.then(resolve, reject);
      opened.then(
        () => {
          this.opening = opened; // a later call finds it open
        },
        () => undefined,
      );
    });
  }

  private request(listener: { onUpgrade: () => void; onBlocked: () => void }) {
    return openDB<RunSchema>(this.name, VERSION, {
      upgrade(db, oldVersion, _, transaction) {
        listener.onUpgrade();
        upgrade(db, oldVersion, transaction).catch(() => {
          transaction.abort(); // the older store stays as it is
        });
      },
      blocked: listener.onBlocked,
      blocking: (_version, _blocked, event) => {
        this.isOutdated = true; // or the newer tab would wait for ever
        (event.target as IDBDatabase).close();
      },
      terminated: () => {
        this.opening = undefined; // the browser closed it: the next call opens it again
      },
    });
  }
}

/** With which a browser refuses to keep anything: it was told so, or its disk or profile does not work. */
const refusals = new Set(["SecurityError", "NotAllowedError", "InvalidStateError", "UnknownError"]);

/** What went wrong, for the reader. */
export function storageError(error: unknown): StorageError {
  return error instanceof StorageError ? error : new StorageError(reason(error), { cause: error });
}

function reason(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return messages.full;
  if (name === "VersionError") return messages.newer;
  if (refusals.has(name) || typeof indexedDB === "undefined") return messages.off;
  return `Los entrenamientos no se han podido guardar o leer. ${errorMessage(error)}`;
}

const messages = {
  full: "No queda sitio en el navegador para guardar el entrenamiento. Libera espacio: borra en Experimentos los que no necesites.",
  newer:
    "Los entrenamientos de este navegador los guardó una versión más nueva del cuaderno. No se tocan: recarga la página para abrirlos con ella.",
  blocked:
    "Hay otra pestaña abierta con una versión anterior de este cuaderno, y mientras siga abierta no se pueden abrir los entrenamientos. Ciérrala y recarga esta.",
  waiting:
    "Los entrenamientos tardan demasiado en abrirse. Puede que otra pestaña tenga abierta una versión anterior de este cuaderno: cierra las demás y recarga esta.",
  outdated:
    "Otra pestaña ha abierto una versión más nueva de este cuaderno. Recarga esta para seguir guardando: lo ya guardado no se pierde.",
  off: "Este navegador no deja guardar datos (¿una ventana privada?). Puedes entrenar igual, pero al cerrar la página se perderá el entrenamiento.",
};

type Upgrade = IDBPTransaction<
  RunSchema,
  ("runs" | "details" | "epochs" | "sweeps" | "settings")[],
  "versionchange"
>;

/** All in one transaction: a tab that is closed meanwhile leaves the older store as it was. */
async function upgrade(db: RunDatabase, oldVersion: number, transaction: Upgrade): Promise<void> {
  if (oldVersion < 1) {
    // No page reads the index; the stores that are there have it, and a new one is to be like them.
    db.createObjectStore("runs", { keyPath: "id" }).createIndex("updatedAt", "updatedAt");
  }
  if (oldVersion < 2) {
    db.createObjectStore("details", { keyPath: "id" });
    db.createObjectStore("epochs", { keyPath: ["runId", "epoch"] });
    db.createObjectStore("sweeps", { keyPath: "id" });
    db.createObjectStore("settings");
    if (oldVersion === 1) await splitRuns(transaction);
  }
}

async function splitRuns(transaction: Upgrade): Promise<void> {
  let cursor = await transaction.objectStore("runs").openCursor();
  while (cursor) {
    const run = cursor.value as unknown as Run;
    const parts = partsOf(run);
    if (parts) {
      const { record, details, state } = parts;
      if (state) {
        await transaction.objectStore("epochs").put({ runId: run.id, ...state });
        record.savedEpochs = [state.epoch];
      }
      await transaction.objectStore("details").put(details);
      await cursor.update(record);
    }
    cursor = await cursor.continue();
  }
}

/** Undefined for a row that is damaged: it stays as it is, and reading sets it apart. */
function partsOf(run: Run) {
  try {
    return { ...splitRun(run), state: epochState(run) };
  } catch {
    return undefined;
  }
}
