// Only one tab trains a run: two would overwrite each other's saves. The browser frees the lock when the
// worker ends, however it ends.
import { siteAddress } from "../lib/siteAddress.js";

/** A page that has just been left may hold it a moment more. */
const WAIT_MS = 3000;

/** Does the work with the run held; rejects, in Spanish, if another tab holds it. */
export async function holdRun(id: string, work: () => Promise<void>): Promise<void> {
  const name = `red-convolucional ${siteAddress()} corrida ${id}`;
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return work(); // an old browser, or a page that is not secure
  try {
    await locks.request(name, { signal: AbortSignal.timeout(WAIT_MS) }, work);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "TimeoutError")) throw error;
    throw new Error("Esta corrida se está entrenando en otra pestaña.", { cause: error });
  }
}
