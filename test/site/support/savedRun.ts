// The run saved last, as it stands in the page's IndexedDB.
import type { RunDetails, RunRecord } from "../../../src/lib/run/runRecord.js";

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
  const transaction = database.transaction(["runs", "details"]);
  const result = <T>(request: IDBRequest) =>
    new Promise<T>((resolve) => {
      request.onsuccess = () => {
        resolve(request.result as T);
      };
    });
  const runs = await result<RunRecord[]>(
    transaction.objectStore("runs").index("updatedAt").getAll(),
  );
  const { id, status, epochs } = runs.at(-1)!;
  const details = transaction.objectStore("details");
  const { checkpoint, curve } = await result<RunDetails>(details.get(id));
  database.close();
  const values = checkpoint.weights.map((weight) => weight.values.slice());
  const bytes = await new Blob(values).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return {
    count: runs.length,
    status,
    batch: checkpoint.batch,
    weights: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    curve,
    // What is saved here has no validation.
    epochs: epochs.map(({ epoch, loss, testLoss, testAccuracy }) => ({
      epoch,
      loss,
      testLoss: testLoss!,
      testAccuracy: testAccuracy!,
    })),
  };
}
