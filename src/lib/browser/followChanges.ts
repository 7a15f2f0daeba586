// Reads again when something has changed, at most so often: a run under way changes with each epoch.
const INTERVAL_MS = 400;

/** Returns how to stop. */
export function followChanges(
  subscribe: (listener: () => void) => () => void,
  read: () => Promise<void>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = subscribe(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void read();
    }, INTERVAL_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
