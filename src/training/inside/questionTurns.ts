// The turns of what a page asks: a question about few images is sent while the one before is under way, so that the
// worker need not wait for a page that is drawing; one about many goes alone. One that nobody waits for any more when
// its turn comes is left out. And when all is answered. Knows no worker.

export interface Asking {
  /** The cell's `invalidation`: a question whose turn has not come by then is dropped, and rejects. */
  invalidation?: Promise<unknown> | undefined;
}

/** Of questions under way; one that goes alone takes all of them. */
const PLACES = 2;

let free = PLACES;
let goOn: () => void = () => undefined;
let begun: Promise<unknown> = Promise.resolve();
const open = new Set<Promise<unknown>>();

/** The answer, looked for in its turn; rejects with an AbortError if it is dropped. */
export function inTurn<T>(
  answer: () => Promise<T>,
  { invalidation, alone = false }: Asking & { alone?: boolean } = {},
): Promise<T> {
  const stale = new AbortController();
  void invalidation?.then(() => {
    stale.abort();
  });
  const places = alone ? PLACES : 1;
  const turn = begun.then(() => take(places));
  begun = turn;
  return answering(
    turn.then(async () => {
      try {
        stale.signal.throwIfAborted();
        return await answer();
      } finally {
        free += places;
        goOn();
      }
    }),
  );
}

/** For one question after the other. */
async function take(places: number): Promise<void> {
  while (free < places) {
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  }
  free -= places;
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
