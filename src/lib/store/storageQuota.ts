// How much room the runs may take of what the browser gives to the site.
import type { Quota } from "./runQuota.js";

const MOST_RUNS = 100;
const MOST_BYTES = 500_000_000;
/** The data set, the site itself and the reader's other pages need some too. */
const SHARE = 0.25;
/** Where the browser does not say what it has. */
const USUAL_BYTES = 200_000_000;

export async function storageQuota(): Promise<Quota> {
  const estimate = await estimateStorage();
  const budgetBytes =
    estimate?.quota === undefined ? USUAL_BYTES : Math.min(MOST_BYTES, SHARE * estimate.quota);
  return { budgetBytes, mostRuns: MOST_RUNS };
}

async function estimateStorage(): Promise<StorageEstimate | undefined> {
  try {
    return await navigator.storage.estimate();
  } catch {
    return undefined; // the browser does not know it, or does not tell
  }
}
