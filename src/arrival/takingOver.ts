// Cells take the place of what was written for them when the site was built. Framework's client takes that away when a
// cell shows something; here it goes, too, where in the reader's case a cell shows nothing, or waits for the reader.
import { afterFrames } from "./afterFrames.js";
import { PRERENDERED } from "./prerendered.js";

interface Cell {
  id: string;
  body: (...inputs: unknown[]) => unknown;
}

type Define = (cell: Cell) => void;

/** No cell runs for so long: those that have not run yet wait for something that does not come by itself. */
const REST_FRAMES = 30;

/** Framework's `define`, for cells whose places are written already. */
export function takingOver(define: Define): Define {
  let running = 0;
  let stopWaiting: (() => void) | undefined;
  const end = () => {
    running--;
    if (running === 0) stopWaiting = afterFrames(REST_FRAMES, clearPlaces);
  };
  return ({ body, ...cell }) => {
    const run = (...inputs: unknown[]) => {
      running++;
      stopWaiting?.();
      const value = started(body, inputs);
      value.then(end, end);
      return value;
    };
    define({ body: run, ...cell });
  };
}

/** Its outcome; what it throws at once is the promise's. */
function started(body: Cell["body"], inputs: unknown[]): Promise<unknown> {
  return new Promise((resolve) => {
    resolve(body(...inputs));
  });
}

function clearPlaces(): void {
  for (const place of document.querySelectorAll(PRERENDERED)) place.remove();
}
