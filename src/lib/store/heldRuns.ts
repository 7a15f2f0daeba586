// The runs that a tab trains or has paused: it holds a lock of the browser under their name. Where there are no
// locks (plain http, an old browser), none is known to be held.
import { siteAddress } from "../browser/siteAddress.js";

/** The name of the lock for something that only one tab of the site may do at a time. */
export function lockName(what: string): string {
  return `red-convolucional ${siteAddress()} ${what}`;
}

/** What is locked while the run is trained. */
export function runLock(runId: string): string {
  return `corrida ${runId}`;
}

/** Tells of a run's id whether a tab holds it now. */
export async function heldRuns(): Promise<(runId: string) => boolean> {
  try {
    const { held = [] } = await navigator.locks.query();
    const names = new Set(held.map(({ name }) => name));
    return (runId) => names.has(lockName(runLock(runId)));
  } catch {
    return () => false;
  }
}
