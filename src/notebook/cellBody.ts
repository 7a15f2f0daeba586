// What Framework's runtime calls when a changed cell is to be computed, first or again.
import type { CellConsole } from "./cellConsole.js";
import { CellRun } from "./cellRun.js";
import { importModule } from "./importModule.js";

export interface CellPlace {
  name: string;
  /** Where it shows what it displays. */
  block: HTMLElement;
  /** What it logs goes there. */
  output: CellConsole;
}

export interface CellListener {
  onRunning(run: CellRun): void;
  onDone(): void;
  onFailed(error: unknown): void;
  /** Something that it uses has changed before it finished. */
  onOvertaken(run: CellRun): void;
  /** What it shows is not what it would give now, and it costs too much to run unasked. */
  onOutdated(): void;
}

/** A cell's source as a function of what it calls besides its inputs, of its console and of its inputs. */
export type CellFunction = (
  helpers: object,
  console: object,
  ...inputs: unknown[]
) => Promise<unknown>;

export interface CellWork {
  place: CellPlace;
  listener: CellListener;
  run: CellFunction;
  /** Their names, in the order in which they are given; the first is `invalidation`. */
  inputs: readonly string[];
  /** It runs only when the reader says so. */
  costly: boolean;
  /** It is put back on another visit: if it is costly, it waits until it is run. */
  unasked: boolean;
}

const forever = new Promise<never>(() => undefined);

/** Gives what the cell declares, by name. */
export function cellBody(work: CellWork): (...values: unknown[]) => Promise<unknown> {
  const { place, listener, run, inputs, costly, unasked } = work;
  let finished: unknown;
  return async (...values) => {
    if (costly && (unasked || finished !== undefined)) {
      listener.onOutdated();
      return finished ?? forever; // what is computed from it stays as it is
    }
    const thisRun = new CellRun(values[0] as Promise<unknown>);
    listener.onRunning(thisRun);
    place.output.clear();
    const given = values.map((value, i) =>
      showingNames.has(inputs[i]!) ? onlyDuring(thisRun, value as Show) : value,
    );
    const helpers = { turn: thisRun.turn, load: importModule, show };
    const console = place.output.consoleWhile(() => !thisRun.isOver);
    try {
      const outputs = await Promise.race([run(helpers, console, ...given), thisRun.over]);
      if (costly) finished = outputs;
      listener.onDone();
      return outputs;
    } catch (error) {
      if (thisRun.isOvertaken) listener.onOvertaken(thisRun);
      else listener.onFailed(error);
      throw error;
    }
  };
}

type Show = (value: unknown) => unknown;

/** Framework's functions that put something into the page. */
const showingNames = new Set(["display", "view"]);

/** Stops the run that calls it once it is over. */
function onlyDuring(run: CellRun, show: Show): Show {
  return (value) => {
    run.checkGoesOn();
    return show(value);
  };
}

function show(display: Show, value: unknown): void {
  if (value !== undefined) display(value);
}
