// Cells run in the page itself, where a loop that never ends would freeze it. Each turn of a loop asks
// how long the cell has not given way, and after some seconds the cell is stopped.
import type { Node, Program } from "acorn";
import { simple } from "acorn-walk";
import { formatCount } from "../../lib/text/format.js";
import type { Edit } from "./applyEdits.js";
import { ReaderError } from "../../lib/errors/readerError.js";

const LIMIT_MS = 5000;
/** The clock is read at each turn of a slow loop, of a fast one once in so many. */
const MOST_TURNS = 1000;
/** About as often, in milliseconds. */
const LOOK_MS = 1;

/** A loop ran for five seconds and the page could do nothing else. */
export class EndlessLoopError extends ReaderError {
  override name = "EndlessLoopError";

  /** @param limitMs how long it may run before it is stopped; the message is for the reader */
  constructor(limitMs: number) {
    super(
      `La celda llevaba ${formatCount(limitMs / 1000, "segundo", "segundos")} en un bucle sin dejar responder a la página, y se ha parado.`,
    );
  }
}

type Loop = Node & { body: Node };

/** Puts the call at the beginning of every loop's body. */
export function loopGuardEdits(program: Program, call: string): Edit[] {
  const edits: Edit[] = [];
  const guard = ({ body }: Loop) => {
    if (body.type === "BlockStatement") edits.push({ at: body.start + 1, text: `${call};` });
    else edits.push({ at: body.start, text: `{${call};` }, { at: body.end, text: "}" });
  };
  const visit = guard as (node: Node) => void;
  simple(program, {
    ForStatement: visit,
    ForInStatement: visit,
    ForOfStatement: visit,
    WhileStatement: visit,
    DoWhileStatement: visit,
  });
  return edits;
}

/** The function that a cell's loops call. Throws an EndlessLoopError when time is over. */
export function createLoopGuard(limitMs = LIMIT_MS): () => void {
  let [turns, turnsToLook, lookedAt] = [0, 1, 0];
  let since: number | undefined;
  return () => {
    if (since !== undefined && ++turns < turnsToLook) return;
    const now = performance.now();
    if (since === undefined) {
      since = now;
      turnsToLook = 1;
      setTimeout(() => (since = undefined)); // runs once the cell gives way
    } else if (now - since > limitMs) {
      since = undefined;
      throw new EndlessLoopError(limitMs);
    } else if (now - lookedAt < LOOK_MS) {
      turnsToLook = Math.min(2 * turnsToLook, MOST_TURNS);
    } else {
      turnsToLook = Math.ceil(turnsToLook / 2);
    }
    [turns, lookedAt] = [0, now];
  };
}
