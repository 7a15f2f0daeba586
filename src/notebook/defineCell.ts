// Puts a changed cell in the place of the one that the page was built with: Framework's own `define`, so
// that what depends on its names runs again by itself, in the right order wherever it stands.
import type { CellConsole } from "./cellConsole.js";
import { checkNames } from "./checkNames.js";
import { type CompiledCell, compileCell, RUNTIME_NAME } from "./compileCell.js";
import { createLoopGuard } from "./loopGuard.js";
import { explainLost, explainMissing, freeNames, isMissing, provideNames } from "./missingNames.js";
import { NotebookError } from "./notebookError.js";
import { computedFrom, pageRuntime, variablesOf, type Variable } from "./pageRuntime.js";
import { loadModule } from "./vocabulary.js";

export interface CellPlace {
  name: string;
  /** Where it shows what it displays. */
  block: HTMLElement;
  /** What it logs goes there. */
  output: CellConsole;
}

export interface CellListener {
  onRunning(): void;
  onDone(): void;
  onFailed(error: unknown): void;
  /** What it shows is not what it would give now, and it costs too much to run unasked. */
  onOutdated(): void;
}

export interface DefinedCell {
  /** The blocks of the cells that are computed from this one. */
  dependentBlocks(): Element[];
}

/** The latest run of each block: what an earlier one, still under way, shows or fails with is nobody's. */
const latestRuns = new WeakMap<HTMLElement, object>();

const forever = new Promise<never>(() => undefined);

/** The lines that `new Function` puts before a body. */
export const LINES_BEFORE_BODY = 2;

/**
 * Runs the source as the cell. Rejects with a SyntaxError or a NotebookError, the cell that was there
 * untouched, if it cannot even begin; what fails while it runs goes to the listener.
 * @param options.unasked it is put back on another visit: if it is costly, it waits until it is run
 */
export async function defineCell(
  place: CellPlace,
  source: string,
  { listener, unasked }: { listener: CellListener; unasked: boolean },
): Promise<DefinedCell> {
  const compiled = compileCell(source);
  const runtime = await pageRuntime();
  const own = variablesOf(runtime, place.block);
  checkNames(runtime, compiled, own);
  const run = createFunction(compiled, place.name);

  const lost = own.flatMap(({ _name }) =>
    _name === null || _name.startsWith("cell ") || compiled.outputs.includes(_name) ? [] : [_name],
  );
  place.block.replaceChildren(markOf(place.block));
  for (const variable of own.toReversed()) variable.delete();
  freeNames(compiled.outputs);
  const inputs = compiled.inputs.filter((name) => name !== "console");
  provideNames(runtime, inputs);
  explainLost(runtime, lost);
  const unknown = inputs.find(isMissing);

  const helpers = { turn: createLoopGuard(), load: loadOrExplain, show };
  const { costly } = compiled;
  let finished: unknown;
  latestRuns.set(place.block, helpers);
  runtime.define({
    id: idOf(place.block),
    inputs,
    outputs: compiled.outputs,
    body: async (...values) => {
      if (costly && (unasked || finished !== undefined)) {
        listener.onOutdated();
        return finished ?? forever; // what is computed from it stays as it is
      }
      const thisRun = {};
      latestRuns.set(place.block, thisRun);
      const isLatest = () => latestRuns.get(place.block) === thisRun;
      listener.onRunning();
      place.output.clear();
      const given = values.map((value, i) =>
        showingNames.has(inputs[i]!) ? onlyWhile(isLatest, value as Show) : value,
      );
      try {
        const outputs = await run(helpers, place.output.consoleWhile(isLatest), ...given);
        if (isLatest()) {
          if (costly) finished = outputs;
          listener.onDone();
        }
        return outputs;
      } catch (error) {
        if (isLatest()) listener.onFailed(error);
        throw error;
      }
    },
  });
  // Its body will not run; it will by itself when a cell declares the name.
  if (unknown !== undefined) {
    listener.onFailed(explainMissing(runtime, unknown, compiled.lines.get(unknown)));
  }
  return {
    dependentBlocks() {
      const variables = variablesOf(runtime, place.block);
      return [...computedFrom(variables)].flatMap(blockOf);
    },
  };
}

type Show = (value: unknown) => unknown;

/** Framework's functions that put something into the page. */
const showingNames = new Set(["display", "view"]);

/** Stops the run that calls it once another has begun. */
function onlyWhile(isLatest: () => boolean, show: Show): Show {
  return (value) => {
    if (!isLatest()) throw new Error("a later run of the cell has begun");
    return show(value);
  };
}

type CellFunction = (...values: unknown[]) => Promise<unknown>;

function createFunction({ inputs, code }: CompiledCell, name: string): CellFunction {
  const AsyncFunction = (async () => Promise.resolve()).constructor as new (
    ...parts: string[]
  ) => CellFunction;
  const parameters = [RUNTIME_NAME, "console", ...inputs.filter((input) => input !== "console")];
  return new AsyncFunction(...parameters, `${code}\n//# sourceURL=${sourceUrl(name)}`);
}

/** What an error's stack calls the cell. */
export function sourceUrl(name: string): string {
  return `celda-${name}.js`;
}

function show(display: (value: unknown) => unknown, value: unknown): void {
  if (value !== undefined) display(value);
}

async function loadOrExplain(name: string): Promise<object> {
  const module = await loadModule(name);
  if (module) return module;
  throw new NotebookError(
    `«${name}» no está entre los módulos de este cuaderno. Un sitio estático solo puede importar lo que se publicó con él; «tf», «d3», «Plot» e «Inputs» se usan sin importarlos.`,
  );
}

/** Framework's comment, `<!--:a81d648f:-->`, which marks the place; what stands before it was displayed. */
function markOf(block: HTMLElement): ChildNode {
  return [...block.childNodes].find(({ nodeType }) => nodeType === Node.COMMENT_NODE)!;
}

/** Framework's id of the cell that was built. */
function idOf(block: HTMLElement): string {
  return markOf(block).nodeValue!.slice(1, -1);
}

function blockOf({ _observer }: Variable): Element[] {
  return typeof _observer === "object" && _observer._node ? [_observer._node] : [];
}
