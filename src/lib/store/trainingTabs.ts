// Whether some tab of the site trains: it holds a lock of the browser for its run or its sweep, paused or not.
import { lockName } from "./heldRuns.js";

/** False where there are no locks (an old browser). */
export async function isTraining(): Promise<boolean> {
  return (await trainingLocks()).length > 0;
}

/** Resolves when no tab trains any more; rejects with the signal's reason. */
export async function untilNoTraining(signal: AbortSignal): Promise<void> {
  for (;;) {
    const locks = await trainingLocks();
    if (locks.length === 0) return;
    await Promise.all(locks.map((name) => untilFree(name, signal)));
  }
}

async function trainingLocks(): Promise<string[]> {
  const manager = (navigator as { locks?: LockManager }).locks;
  if (!manager) return [];
  const { held = [] } = await manager.query();
  return held.flatMap(({ name }) => (name?.startsWith(lockName("")) ? [name] : []));
}

/** Shared, so that nobody waits for the one who only looks. */
async function untilFree(name: string, signal: AbortSignal): Promise<void> {
  await navigator.locks.request(name, { mode: "shared", signal }, () => undefined);
}
