// How busy the machine is before the bench begins: what others compute meanwhile falls on the times.
import { cpus } from "node:os";
import { setTimeout } from "node:timers/promises";

/** Milliseconds that a core has spent in each way since the machine started. */
export type CoreTimes = Pick<ReturnType<typeof cpus>[number], "times">;

const WATCHED_MS = 2000;
/** The share of all cores that may be busy; what an idle system does by itself is far below. */
const QUIET_SHARE = 0.05;

/** The share of all the cores' time that was not idle between two readings, 0–1. */
export function busyShare(before: readonly CoreTimes[], after: readonly CoreTimes[]): number {
  let [busy, all] = [0, 0];
  after.forEach(({ times }, core) => {
    for (const [kind, ms] of Object.entries(times)) {
      const spent = ms - before[core]!.times[kind as keyof typeof times];
      all += spent;
      if (kind !== "idle") busy += spent;
    }
  });
  return all === 0 ? 0 : busy / all;
}

/** Watches the machine for a moment, and says on stderr if it is not quiet. */
export async function warnOfLoad(): Promise<void> {
  const before = cpus();
  await setTimeout(WATCHED_MS);
  const share = busyShare(before, cpus());
  if (share > QUIET_SHARE) {
    const percent = `${Math.round(100 * share)} %`;
    console.error(
      `WARNING: other programs keep ${percent} of the processor busy. Do not keep this.`,
    );
  }
}
