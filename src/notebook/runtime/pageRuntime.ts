// The page's reactive runtime, to which Framework gives no way in once a site is built: only `define`
// is exported. But a cell may ask the runtime for its own variable, and that knows all the others. Here
// and nowhere else stand the runtime's inner names (@observablehq/runtime 6, pinned with Framework);
// test/notebook/runtime/pageRuntime.test.ts holds them against the code that the site ships.
import { reachable } from "./reachable.js";
import { InternalError } from "../../lib/errors/internalError.js";

/** A cell as Framework's client takes it. */
export interface CellDefinition {
  /** Framework's id of the place in the page where the cell shows. */
  id: string;
  inputs: readonly string[];
  outputs: readonly string[];
  /** Gives the outputs by name, of the values of the inputs. */
  body: (...inputs: unknown[]) => unknown;
}

declare const insideVariable: unique symbol;

/** A cell of the page, or a name that one declares. What is in it is known in this file only. */
export interface Variable {
  readonly [insideVariable]: true;
}

/** A variable as the runtime made it. */
interface Inner extends Variable {
  define(name: string | null, inputs: readonly string[], body: (value: unknown) => unknown): this;
  delete(): void;
  readonly _name: string | null;
  readonly _inputs: readonly Inner[];
  readonly _outputs: ReadonlySet<Inner>;
  readonly _type: number;
  readonly _value: unknown;
  readonly _promise: Promise<unknown>;
  /** A symbol where nothing is computed for its sake, `true` for a name of a cell. */
  readonly _observer: { _node?: Element } | symbol | true;
  readonly _module: Module;
}

interface Module {
  variable(observer?: object): Inner;
  readonly _scope: ReadonlyMap<string, Inner>;
  readonly _runtime: { readonly _variables: ReadonlySet<Inner> };
  readonly _builtins: ReadonlyMap<string, unknown>;
}

/** Called each time that a variable has been computed. */
export interface ValueListener {
  fulfilled: (value: unknown) => void;
  rejected: (error: unknown) => void;
}

/** Set up in each page by scripts/markdown/editableCells.ts: `<!--:id:-->`, where no cell is. */
const PROBE_ID = "000ce11a";
const NORMAL_VARIABLE = 1;
/** What Framework calls the variable of a cell that declares names, before its id. */
const CELL_PREFIX = "cell ";
/** Those of Framework's library that need no download. */
const frameworkNames = new Set(
  "now width dark resize FileAttachment Generators Mutable".split(" "),
);

export class PageRuntime {
  constructor(
    private readonly main: Module,
    /** Framework's own: puts a cell in its place and computes it, and what needs it. */
    readonly define: (cell: CellDefinition) => void,
  ) {}

  /** Whether the page, not the browser, gives the name a value. */
  isDeclared(name: string): boolean {
    return this.main._scope.get(name)?._type === NORMAL_VARIABLE;
  }

  /** Whether Framework gives the name to every cell: `display`, `invalidation`, `width` … */
  isBuiltin(name: string): boolean {
    const isShowing = name === "display" || name === "view";
    return isShowing || this.main._builtins.has(name) || frameworkNames.has(name);
  }

  /** Whether some cell uses the name, declared or not. */
  isUsed(name: string): boolean {
    return (this.main._scope.get(name)?._outputs.size ?? 0) > 0;
  }

  /** All the names that the page's cells have declared. */
  declaredNames(): string[] {
    return [...this.main._scope.keys()].filter(
      (name) => this.isDeclared(name) && !name.startsWith(CELL_PREFIX),
    );
  }

  /** The latest value of a name; undefined where it has none, or none yet. */
  valueOf(name: string): unknown {
    return this.main._scope.get(name)?._value;
  }

  /** What stands for the name, declared or only used; undefined if no cell speaks of it. */
  variableOf(name: string): Variable | undefined {
    return this.main._scope.get(name);
  }

  /** The variables of the cell that shows in this block: its own, then those of the names it declares. */
  variablesOf(block: Element): Variable[] {
    const all = [...this.main._runtime._variables];
    const own = all.filter((variable) => this.blockOf(variable) === block);
    return own.flatMap((variable) => [variable, ...namesOf(variable)]);
  }

  /** The name that it stands for; undefined for a cell. */
  nameOf(variable: Variable): string | undefined {
    const { _name: name } = variable as Inner;
    return name === null || name.startsWith(CELL_PREFIX) ? undefined : name;
  }

  /** The block in which it shows, if it is a cell. */
  blockOf(variable: Variable): Element | undefined {
    const { _observer: observer } = variable as Inner;
    return typeof observer === "object" ? observer._node : undefined;
  }

  /** What is computed straight from it. */
  directDependentsOf(variable: Variable): ReadonlySet<Variable> {
    return (variable as Inner)._outputs;
  }

  /** Everything that is computed from these variables, themselves left out. */
  dependentsOf(variables: readonly Variable[]): Set<Variable> {
    return reachable(variables as readonly Inner[], ({ _outputs }) => _outputs);
  }

  /** Everything that the variable is computed from, itself left out. */
  inputsOf(variable: Variable): Set<Variable> {
    return reachable([variable as Inner], ({ _inputs }) => _inputs);
  }

  /** What its latest computation has thrown, once it is over; undefined if it has a value. */
  failureOf(variable: Variable): Promise<unknown> {
    return (variable as Inner)._promise.then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  /** The input for whose sake it fails with this error; undefined if it fails by itself. */
  failedInputOf(variable: Variable, error: unknown): Variable | undefined {
    if (!(error instanceof Error) || error.name !== "RuntimeError") return undefined;
    const { input } = error as Error & { input?: string | null };
    return (variable as Inner)._inputs.find(({ _name }) => _name === input);
  }

  /** Declares a name that no cell shows; it is computed when a cell uses it. */
  declare(name: string, compute: () => unknown): Variable {
    return this.main.variable().define(name, [], compute);
  }

  /** Takes a cell or a name away; those that use it fail until it is declared again. */
  remove(variable: Variable): void {
    (variable as Inner).delete();
  }

  /** Has it computed, a name or a cell that declares some, and tells of each value or failure from now on. */
  watch(variable: Variable, listener: ValueListener): void {
    const { _name: name } = variable as Inner;
    this.main.variable(listener).define(null, [name!], (value) => value);
  }
}

/** The variables of the names that a cell declares, which nothing shows. */
function namesOf(cell: Inner): Inner[] {
  if (cell._name === null) return [];
  return [...cell._outputs].filter(
    ({ _observer, _inputs }) => _observer === true && _inputs[0] === cell,
  );
}

let runtime: Promise<PageRuntime> | undefined;

/** The runtime of the page that is open, the same for all who ask. */
export function pageRuntime(): Promise<PageRuntime> {
  return (runtime ??= findRuntime());
}

async function findRuntime(): Promise<PageRuntime> {
  const links = document.querySelectorAll<HTMLLinkElement>("link[rel=modulepreload]");
  const client = [...links].find(({ href }) => /\/client\.(\w+\.)?js/.test(href));
  if (!client) throw new InternalError("a page of Framework expected: its client is not linked");
  const { define } = (await import(client.href)) as Pick<PageRuntime, "define">;
  const probe = await new Promise<Inner>((resolve) => {
    define({
      id: PROBE_ID,
      inputs: ["@variable"],
      outputs: [],
      body: (variable) => {
        resolve(variable as Inner);
      },
    });
  });
  return new PageRuntime(probe._module, define);
}
