// Keeps the screen awake while it is wanted, so that a phone does not sleep through a training. Silent
// where the browser has no such lock or refuses it. The browser takes the lock away whenever the tab is
// hidden; it is asked for anew when the tab is seen.
export interface ScreenWakeLock {
  want: (wanted: boolean) => void;
}

export function screenWakeLock(): ScreenWakeLock {
  let wanted = false;
  let asking = false;
  let lock: WakeLockSentinel | undefined;

  async function ask(): Promise<void> {
    if (!wanted || asking || (lock && !lock.released)) return;
    if (!("wakeLock" in navigator) || document.visibilityState !== "visible") return;
    asking = true;
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch {
      lock = undefined; // a low battery, or a policy: the training goes on all the same
    }
    asking = false;
    await releaseUnwanted();
  }

  /** What was wanted may have changed while the browser was asked. */
  async function releaseUnwanted(): Promise<void> {
    if (!wanted) await release();
  }

  async function release(): Promise<void> {
    await lock?.release().catch(() => undefined);
    lock = undefined;
  }

  document.addEventListener("visibilitychange", () => void ask());
  return {
    want(next) {
      wanted = next;
      void ask();
      void releaseUnwanted();
    },
  };
}
