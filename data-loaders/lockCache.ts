// Lets one process at a time fill a folder.
import { mkdirSync } from "node:fs";
import { lock } from "proper-lockfile";

/** A dead process's lock expires after this; a live one renews it. */
const STALE_MS = 30_000;
const POLL_MS = 500;
const PATIENCE_MS = 30 * 60_000;

interface LockOptions {
  /** What whoever holds the lock does, for those that wait. */
  doing?: string;
  patienceMs?: number;
}

/** Resolves, once the folder is this process's alone, with the function that frees it. */
export async function lockCache(
  cache: string,
  { doing = "fetches the data set into", patienceMs = PATIENCE_MS }: LockOptions = {},
): Promise<() => Promise<void>> {
  mkdirSync(cache, { recursive: true });
  try {
    return await lock(cache, { stale: STALE_MS });
  } catch (error) {
    if (!isLocked(error)) throw error;
  }
  process.stderr.write(`waiting for another process that ${doing} ${cache}\n`);
  const poll = { factor: 1, minTimeout: POLL_MS, maxTimeout: POLL_MS };
  try {
    return await lock(cache, {
      stale: STALE_MS,
      retries: { retries: Math.ceil(patienceMs / POLL_MS), ...poll },
    });
  } catch (error) {
    if (!isLocked(error)) throw error;
    throw new Error(
      `${cache}: another process has held ${cache}.lock for ${patienceMs / 60_000} minutes. ` +
        "What to do: end it, or wait for it, and run this again.",
      { cause: error },
    );
  }
}

function isLocked(error: unknown): boolean {
  return (error as { code?: unknown }).code === "ELOCKED";
}
