// What Framework's runtime calls when a changed cell is to be computed, first or again.
import type { CellConsole } from "../console/cellConsole.js";
import { CellRun, OvertakenError } from "./cellRun.js";
import type { CellFunction } from "../compiler/cellModule.js";
import type { PlannedWork } from "../compiler/costlyWork.js";
import { isCostly, rememberCostlyFunctions } from "./costlyFunctions.js";
import { importModule } from "./importModule.js";
import { KeptResult } from "./keptResult.js";

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

export interface CellDefinition {
  place: CellPlace;
  listener: CellListener;
  run: CellFunction;
  /** Their names, in the order in which they are given; the first is `invalidation`. */
  inputs: readonly string[];
  /** If it is costly, it runs only when the reader says so. */
  work: PlannedWork;
  /** It is put back on another visit: if it is costly, it waits until it is run. */
  unasked: boolean;
}

/** Gives what the cell declares, by name. */
export function cellBody(cell: CellDefinition): (...values: unknown[]) => Promise<unknown> {
  const { place, listener, run, inputs, work, unasked } = cell;
  let mayRun = !unasked;
  let kept: KeptResult | undefined;
  return async (...values) => {
    const invalidation = values[0] as Promise<unknown>;
    const used = new Map(inputs.map((name, i) => [name, values[i]]));
    const costly = isCostly(work.now, used);
    if (costly && !mayRun) {
      listener.onOutdated();
      return kept?.give() ?? untilChanged(invalidation); // what is computed from it stays as it is
    }
    mayRun = false; // again, if it is costly
    const thisRun = new CellRun(place.block, invalidation);
    listener.onRunning(thisRun);
    place.output.clear();
    const given = values.map((value, i) =>
      showingNames.has(inputs[i]!) ? onlyDuring(thisRun, value as Show) : value,
    );
    const helpers = { turn: thisRun.turn, made: thisRun.made, load: importModule, show };
    const console = place.output.consoleWhile(() => !thisRun.isOver);
    try {
      const outputs = await Promise.race([run(helpers, console, ...given), thisRun.over]);
      rememberCostlyFunctions(work, used, outputs);
      listener.onDone();
      if (!costly) return outputs;
      const result = new KeptResult(outputs, place.block);
      thisRun.outliveChanges(() => {
        result.close();
      });
      kept = result;
      return result.give();
    } catch (error) {
      thisRun.freeMade();
      if (thisRun.isOvertaken) listener.onOvertaken(thisRun);
      else listener.onFailed(error);
      throw error;
    }
  };
}

/** The runtime computes a variable again only when it has settled: a promise for ever would hold it up. */
function untilChanged(invalidation: Promise<unknown>): Promise<never> {
  return invalidation.then(() => {
    throw new OvertakenError();
  });
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
