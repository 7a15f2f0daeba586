// When the cells of a page have come to rest, read off its reactive runtime: a cell may ask the runtime for its own
// variable, which knows all the others (src/notebook/runtime/pageRuntime.ts goes the same way in).

import { getActiveResourcesInfo } from "node:process";
import { underWay, workersActiveMs } from "./threadWorker.js";

/** What Framework's client gives away. */
export interface Client {
  define: (cell: object) => void;
}

interface Variable {
  _name: string | null;
  _type: number;
  _promise: Promise<unknown>;
  _module: { _runtime: Runtime };
}

interface Runtime {
  _variables: Set<Variable>;
  _dirty: Set<unknown>;
  _updates: Set<unknown>;
}

/** The place of a cell of ours: an id that no cell of a page has. */
const PLACE = "5e771ed0";
const NORMAL_VARIABLE = 1;
/** After so many looks with nothing under way the cells that are open wait for the reader: for a button not yet pressed. */
const WAITING_LOOKS = 50;
/** With no cell open: what a figure still asks of its worker. */
const QUIET_LOOKS = 5;
const PAUSE_MS = 20;
/** Names that Node gives to what its other threads do. */
const ASIDE = /^(FSReq|FileHandle|Zlib|.*Job$)/;

/** Call it before the client is imported, which looks for the places of cells then. */
export function preparePlace(): void {
  document.body.append(document.createComment(`:${PLACE}:`));
}

/** Resolves with what has failed, in words, when nothing is computed any more. */
export async function cellsSettled({ define }: Client): Promise<string[]> {
  const runtime = await new Promise<Runtime>((resolve) => {
    const body = (variable: Variable) => {
      resolve(variable._module._runtime);
    };
    define({ id: PLACE, inputs: ["@variable"], outputs: [], body });
  });
  let before = "";
  let looks = 0; // and no time: on a busy machine any time may pass between two
  for (;;) {
    const open = await openCells(runtime);
    const state = `${open} ${Math.round(workersActiveMs())}`;
    looks = state !== before || isUnderWay() ? 0 : looks + 1;
    if (looks > (open === "" ? QUIET_LOOKS : WAITING_LOOKS)) return failures(runtime);
    before = state;
    await pause(PAUSE_MS);
  }
}

/** Whether a file is read, or something is inflated, compiled or digested beside the page's own code. */
function isUnderWay(): boolean {
  return Atomics.load(underWay, 0) > 0 || getActiveResourcesInfo().some((name) => ASIDE.test(name));
}

/** What is still to be computed, in a word that changes with it. */
async function openCells({ _variables: variables, _dirty: dirty, _updates: updates }: Runtime) {
  const cells = [...variables].filter(({ _type: type }) => type === NORMAL_VARIABLE);
  const open = await Promise.all(cells.map(isOpen));
  const names = cells.filter((_, i) => open[i]).map(({ _name: name }) => name);
  return dirty.size + updates.size + names.length === 0 ? "" : `${dirty.size} ${names.join()}`;
}

function isOpen({ _promise: promise }: Variable): Promise<boolean> {
  const over = promise.then(
    () => false,
    () => false,
  );
  return Promise.race([over, pause(0).then(() => true)]);
}

async function failures({ _variables: variables }: Runtime): Promise<string[]> {
  const found: string[] = [];
  for (const { _name: name, _promise: promise } of variables) {
    promise.catch((error: unknown) => {
      found.push(`${name ?? "a cell"}: ${String(error)}`);
    });
  }
  await pause(0);
  return found;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
