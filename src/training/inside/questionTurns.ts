// The turns of what a page asks: one question is under way at a time, so that one that nobody waits for any more when
// its turn comes is left out; and when all is answered. Knows no worker.

export interface Asking {
  /** The cell's `invalidation`: a question whose turn has not come by then is dropped, and rejects. */
  invalidation?: Promise<unknown> | undefined;
}

let before: Promise<unknown> = Promise.resolve();
const open = new Set<Promise<unknown>>();

/** The answer, looked for once all that was asked before is answered; rejects with an AbortError if it is dropped. */
export function inTurn<T>(answer: () => Promise<T>, { invalidation }: Asking = {}): Promise<T> {
  const stale = new AbortController();
  void invalidation?.then(() => {
    stale.abort();
  });
  const turn = before.then(() => {
    stale.signal.throwIfAborted();
    return answer();
  });
  before = turn.catch(() => undefined);
  return answering(turn);
}

/** The same promise, which `untilAnswered` waits for. */
export function answering<T>(answer: Promise<T>): Promise<T> {
  const over: Promise<unknown> = answer.then(
    () => open.delete(over),
    () => open.delete(over),
  );
  open.add(over);
  return answer;
}

/**
 * Resolves once nothing is unanswered, and the page's cells, which go on in the next frame, have asked nothing more.
 * @param nextFrame resolves in the page's next frame
 */
export async function untilAnswered(nextFrame = frame): Promise<void> {
  do {
    await Promise.all(open);
    await nextFrame();
    await nextFrame();
  } while (open.size > 0);
}

function frame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
