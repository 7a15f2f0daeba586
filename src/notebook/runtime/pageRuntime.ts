// The page's reactive runtime, to which Framework gives no way in once a site is built: only `define`
// is exported. But a cell may ask the runtime for its own variable, and that knows all the others. Here
// and nowhere else stand the runtime's inner names (@observablehq/runtime 6, pinned with Framework).

/** A cell as Framework's client takes it. */
export interface CellDefinition {
  id: string;
  inputs: readonly string[];
  outputs: readonly string[];
  body: (...inputs: unknown[]) => unknown;
}

export interface Variable {
  define(
    name: string | null,
    inputs: readonly string[],
    body: (...inputs: never[]) => unknown,
  ): this;
  delete(): void;
  readonly _name: string | null;
  readonly _inputs: readonly Variable[];
  readonly _outputs: ReadonlySet<Variable>;
  readonly _type: number;
  readonly _value: unknown;
  readonly _promise: Promise<unknown>;
  readonly _observer: { _node?: Element } | symbol;
  readonly _module: Module;
}

interface Module {
  variable(observer?: object | boolean): Variable;
  readonly _scope: ReadonlyMap<string, Variable>;
  readonly _runtime: {
    readonly _variables: ReadonlySet<Variable>;
    readonly _builtin: { readonly _scope: ReadonlyMap<string, Variable> };
  };
  readonly _builtins: ReadonlyMap<string, unknown>;
}

export interface PageRuntime {
  main: Module;
  define(cell: CellDefinition): void;
}

/** Set up in each page by scripts/markdown/editableCells.ts: `<!--:id:-->`, where no cell is. */
const PROBE_ID = "000ce11a";
const NORMAL_VARIABLE = 1;

let runtime: Promise<PageRuntime> | undefined;

/** The same for all who ask. */
export function pageRuntime(): Promise<PageRuntime> {
  return (runtime ??= findRuntime());
}

async function findRuntime(): Promise<PageRuntime> {
  const links = document.querySelectorAll<HTMLLinkElement>("link[rel=modulepreload]");
  const client = [...links].find(({ href }) => /_observablehq\/client[^/]*\.js/.test(href));
  if (!client) throw new Error("a page of Framework expected: its client is not linked");
  const { define } = (await import(client.href)) as { define: PageRuntime["define"] };
  const probe = await new Promise<Variable>((resolve) => {
    define({
      id: PROBE_ID,
      inputs: ["@variable"],
      outputs: [],
      body: (variable) => {
        resolve(variable as Variable);
      },
    });
  });
  return { main: probe._module, define };
}

/** The variables of the cell that shows in this block: its own and those of its names. */
export function variablesOf({ main }: PageRuntime, block: Element): Variable[] {
  const own = [...main._runtime._variables].filter((variable) => blockOf(variable) === block);
  return own.flatMap((variable) => [variable, ...namesOf(variable)]);
}

/** The variables of the names that a cell declares, which nothing shows. */
function namesOf(cell: Variable): Variable[] {
  if (cell._name === null) return [];
  return [...cell._outputs].filter(
    ({ _observer, _inputs }) => (_observer as unknown) === true && _inputs[0] === cell,
  );
}

/** Whether the page, not the browser, gives the name a value. */
export function isDeclared({ main }: PageRuntime, name: string): boolean {
  return main._scope.get(name)?._type === NORMAL_VARIABLE;
}

/** Whether Framework gives the name to every cell: `display`, `invalidation`, `width` … */
export function isBuiltin({ main }: PageRuntime, name: string): boolean {
  return ["display", "view"].includes(name) || main._builtins.has(name) || frameworkNames.has(name);
}

/** Those of Framework's library that need no download. */
const frameworkNames = new Set([
  ...["now", "width", "dark", "resize", "FileAttachment", "Generators", "Mutable"],
]);

/** All that the page's cells have declared. */
export function declaredNames({ main }: PageRuntime): string[] {
  return [...main._scope]
    .filter(([name, { _type }]) => _type === NORMAL_VARIABLE && !name.startsWith("cell "))
    .map(([name]) => name);
}

/** Everything that is computed from the variables, themselves left out. */
export function computedFrom(variables: readonly Variable[]): Set<Variable> {
  return reachable(variables, ({ _outputs }) => _outputs);
}

/** Everything that the variable is computed from, itself left out. */
export function inputsOf(variable: Variable): Set<Variable> {
  return reachable([variable], ({ _inputs }) => _inputs);
}

function reachable(
  variables: readonly Variable[],
  next: (variable: Variable) => Iterable<Variable>,
): Set<Variable> {
  const found = new Set<Variable>();
  const visit = (variable: Variable) => {
    for (const neighbour of next(variable)) {
      if (found.has(neighbour)) continue;
      found.add(neighbour);
      visit(neighbour);
    }
  };
  variables.forEach(visit);
  for (const variable of variables) found.delete(variable);
  return found;
}

/** Where it shows, if it does. */
export function blockOf({ _observer }: Variable): Element | undefined {
  return typeof _observer === "object" ? _observer._node : undefined;
}
