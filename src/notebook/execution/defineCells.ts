// Puts changed cells in the place of those that the page was built with: Framework's own `define`, so that
// what depends on their names runs again by itself, in the right order wherever it stands.
import { type CellFunction, cellModule } from "../compiler/cellModule.js";
import { type CompiledCell, compileCell } from "../compiler/compileCell.js";
import { type BrokenDependents, followDependents } from "./brokenDependents.js";
import { cellBody, type CellListener, type CellPlace } from "./cellBody.js";
import { importCell } from "./importCell.js";
import { checkNames, refuseReserved } from "../runtime/checkNames.js";
import {
  explainLost,
  explainMissing,
  freeNames,
  isMissing,
  provideNames,
} from "../runtime/missingNames.js";
import { type PageRuntime, pageRuntime, type Variable } from "../runtime/pageRuntime.js";
import { sourceUrl } from "../compiler/sourceUrl.js";

/** What a cell is to run. */
export interface CellChange {
  place: CellPlace;
  source: string;
  listener: CellListener;
  /** It is put back on another visit: if it is costly, it waits until it is run. */
  unasked: boolean;
}

export interface DefinedCell {
  /** Counts the sources that have been run in this page. */
  version: number;
  /** The blocks of the cells that are computed from this one. */
  dependentBlocks(): Element[];
  /** Calls back, each time that one more is known, with what fails of what needs this cell or needed it before. */
  followDependents(onBroken: (broken: BrokenDependents) => void): void;
}

/**
 * Runs the sources as their cells, all at once: what has moved from one to another is never declared
 * twice. Gives for each, in their order, the cell, or the SyntaxError or NotebookError for which it cannot
 * even begin; the cell that was there is then untouched. What fails while it runs goes to its listener.
 */
export function defineCells(changes: readonly CellChange[]): Promise<(DefinedCell | Error)[]> {
  const results = former.then(() => defineTogether(changes));
  former = results.catch(() => undefined);
  return results;
}

/** What was asked for before: the browser takes its time over each source, and the last one must win. */
let former: Promise<unknown> = Promise.resolve();

async function defineTogether(changes: readonly CellChange[]): Promise<(DefinedCell | Error)[]> {
  const runtime = await pageRuntime();
  const read = await Promise.all(changes.map((change) => readCell(change).catch(asError)));
  const prepared = read.map((cell) => (cell instanceof Error ? cell : prepare(runtime, cell)));
  const refused = refuse(runtime, prepared.filter(isPrepared));
  const results = prepared.map((cell) => (isPrepared(cell) ? (refused.get(cell) ?? cell) : cell));
  const sound = results.filter(isPrepared);
  makeRoom(runtime, sound);
  return results.map((cell) => (isPrepared(cell) ? define(runtime, cell) : cell));
}

/** A change whose source is a function. */
interface ReadCell extends CellChange {
  compiled: CompiledCell;
  version: number;
  run: CellFunction;
  /** What the runtime gives it; the first is `invalidation`. */
  inputs: readonly string[];
}

interface PreparedCell extends ReadCell {
  /** The variables of the cell as it was. */
  own: readonly Variable[];
  /** The names that it declared then. */
  before: readonly string[];
}

const isPrepared = (cell: PreparedCell | Error): cell is PreparedCell => !(cell instanceof Error);
const asError = (error: unknown) => error as Error;

function orError<Result>(make: () => Result): Result | Error {
  try {
    return make();
  } catch (error) {
    return error as Error;
  }
}

async function readCell(change: CellChange): Promise<ReadCell> {
  const compiled = compileCell(change.source);
  refuseReserved(compiled);
  const inputs = [
    "invalidation",
    ...compiled.inputs.filter((name) => !["console", "invalidation"].includes(name)),
  ];
  const version = ++versions;
  const url = sourceUrl(change.place.name, version);
  const run = await importCell(cellModule(compiled, inputs, url), url);
  return { ...change, compiled, version, inputs, run };
}

function prepare(runtime: PageRuntime, cell: ReadCell): PreparedCell {
  const own = runtime.variablesOf(cell.place.block);
  const before = own.flatMap((variable) => runtime.nameOf(variable) ?? []);
  return { ...cell, own, before };
}

let versions = 0;

/** The cells whose names do not go with those of the page and of the other cells, and why. */
function refuse(runtime: PageRuntime, cells: readonly PreparedCell[]): Map<PreparedCell, Error> {
  const refused = new Map<PreparedCell, Error>();
  for (;;) {
    const sound = cells.filter((cell) => !refused.has(cell));
    const replaced = new Set(sound.flatMap(({ own }) => own));
    const found = sound.find((cell) => {
      const others = sound.filter((other) => other !== cell).map(({ compiled }) => compiled);
      const error = orError(() => {
        checkNames(runtime, cell.compiled, { others, replaced });
      });
      if (error) refused.set(cell, error);
      return error;
    });
    if (!found) return refused; // one that goes stays as it was, and its names may be in another's way
  }
}

/** Takes the cells as they were away, and gives the names that nobody declares an explanation. */
function makeRoom(runtime: PageRuntime, cells: readonly PreparedCell[]): void {
  const declared = new Set(cells.flatMap(({ compiled }) => compiled.outputs));
  const isElsewhere = (name: string) => !declared.has(name);
  const before = cells.flatMap((cell) => cell.before);
  for (const { place, own } of cells) {
    place.block.replaceChildren(markOf(place.block));
    for (const variable of own.toReversed()) runtime.remove(variable);
  }
  freeNames(runtime, [...declared]);
  provideNames(runtime, cells.flatMap(({ inputs }) => inputs).filter(isElsewhere));
  explainLost(runtime, before.filter(isElsewhere));
}

function define(runtime: PageRuntime, cell: PreparedCell): DefinedCell {
  const { place, listener, compiled, version, inputs } = cell;
  const lost = cell.before.filter((name) => isMissing(name));
  runtime.define({
    id: idOf(place.block),
    inputs,
    outputs: compiled.outputs,
    body: cellBody({ ...cell, work: compiled.work }),
  });
  // Its body will not run; it will by itself when a cell declares the name.
  const unknown = inputs.find(isMissing);
  if (unknown !== undefined) {
    listener.onFailed(explainMissing(runtime, unknown, compiled.lines.get(unknown)));
  }
  return {
    version,
    dependentBlocks() {
      const dependents = runtime.dependentsOf(runtime.variablesOf(place.block));
      return [...dependents].flatMap((variable) => runtime.blockOf(variable) ?? []);
    },
    followDependents(onBroken) {
      followDependents(runtime, { block: place.block, lost }, onBroken);
    },
  };
}

/** Framework's comment, `<!--:a81d648f:-->`, which marks the place; what stands before it was displayed. */
function markOf(block: HTMLElement): ChildNode {
  return [...block.childNodes].find(({ nodeType }) => nodeType === Node.COMMENT_NODE)!;
}

/** Framework's id of the cell that was built. */
function idOf(block: HTMLElement): string {
  return markOf(block).nodeValue!.slice(1, -1);
}
