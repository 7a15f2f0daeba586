// The run saved last, as it stands in the page's IndexedDB.
import type { Run } from "../../src/lib/run.js";

export interface SavedRun {
  /** Of runs in the store. */
  count: number;
  status: string;
  batch: number;
  /** SHA-256 of the weights. */
  weights: string;
  /** The history without its durations. */
  curve: { batch: number; loss: number }[];
  epochs: { epoch: number; loss: number; testLoss: number; testAccuracy: number }[];
}

/** Runs in the page, and so uses nothing from outside itself. */
export async function savedRun(): Promise<SavedRun> {
  const [found] = await indexedDB.databases();
  const opening = indexedDB.open(found!.name!);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => {
      resolve(opening.result);
    };
    opening.onerror = () => {
      reject(new Error("the store does not open"));
    };
  });
  const reading = database.transaction("runs").objectStore("runs").index("updatedAt").getAll();
  const runs = await new Promise<Run[]>((resolve) => {
    reading.onsuccess = () => {
      resolve(reading.result as Run[]);
    };
  });
  database.close();
  const { status, checkpoint, history } = runs.at(-1)!;
  const values = checkpoint.weights.map((weight) => weight.values.slice());
  const bytes = await new Blob(values).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return {
    count: runs.length,
    status,
    batch: checkpoint.batch,
    weights: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    curve: history.curve,
    epochs: history.epochs.map(({ epoch, loss, testLoss, testAccuracy }) => ({
      ...{ epoch, loss, testLoss, testAccuracy },
    })),
  };
}
