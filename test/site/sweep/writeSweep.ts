// Writes a sweep and its runs into the page's store, as if they had been trained there.
import type { RunRecord } from "../../../src/lib/run/runRecord.js";
import type { Sweep } from "../../../src/lib/sweep/sweep.js";

/** Runs in the page, and so uses nothing from outside itself. */
export async function writeSweep({ sweep, runs }: { sweep: Sweep; runs: RunRecord[] }) {
  const [found] = await indexedDB.databases();
  if (!found) throw new Error(`no database, and the page says: ${document.body.innerText}`);
  const opening = indexedDB.open(found.name!);
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => {
      resolve(opening.result);
    };
  });
  const transaction = database.transaction(["runs", "sweeps"], "readwrite");
  transaction.objectStore("sweeps").put(sweep);
  for (const run of runs) transaction.objectStore("runs").put(run);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}
