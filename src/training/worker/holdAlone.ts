// What only one tab may do at a time: train a given run, whose saves two would mix up, or conduct a sweep.
// The browser frees the lock when the page or the worker ends, however it ends.
import { lockName } from "../../lib/store/heldRuns.js";
import { ReaderError } from "../../lib/errors/readerError.js";

/** A page that has just been left may hold it a moment more. */
const WAIT_MS = 3000;

/**
 * Does the work with the lock held.
 * @param busy said, in Spanish, if another tab holds it
 */
export async function holdAlone(
  what: string,
  { busy, work }: { busy: string; work: () => Promise<void> },
): Promise<void> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return work(); // an old browser, or a page that is not secure
  const signal = AbortSignal.timeout(WAIT_MS);
  const state = { began: false };
  try {
    await locks.request(lockName(what), { signal }, () => {
      state.began = true;
      return work();
    });
  } catch (error) {
    if (state.began) throw error;
    if (signal.aborted) throw new ReaderError(busy, { cause: error });
    await work(); // no locks where the browser keeps nothing for the site: nothing can be mixed up
  }
}
