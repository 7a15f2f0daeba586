// Lets the messages that wait in, without timers, which hidden tabs slow down: a pause of the reader's, or
// the page's question whether this worker still lives.

/** How long a computation may keep them waiting. */
const BREATH_MS = 100;

/** Resolves in a task of its own, after those that wait already. */
export async function breathe(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.onmessage = () => {
      resolve();
    };
    port2.postMessage(null);
  });
  port1.close();
}

/** A function to call after each part of a long computation: it breathes when that is due. */
export function breather(): () => Promise<void> {
  let latest = performance.now();
  return async () => {
    if (performance.now() - latest < BREATH_MS) return;
    await breathe();
    latest = performance.now();
  };
}
