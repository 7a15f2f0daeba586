// What a cell may not declare or use, told before it runs.
import type { CompiledCell } from "../compiler/compileCell.js";
import { isFree } from "./missingNames.js";
import { NotebookError } from "../errors/notebookError.js";
import type { PageRuntime, Variable } from "./pageRuntime.js";

export interface Surroundings {
  /** The other cells that change with it. */
  others: readonly CompiledCell[];
  /** The variables of all these cells as they were. */
  replaced: ReadonlySet<Variable>;
}

/** Throws a NotebookError for a name that every cell is given. */
export function refuseReserved({ outputs, lines }: CompiledCell): void {
  if (!outputs.includes("invalidation")) return;
  throw new NotebookError(
    "«invalidation» lo da el cuaderno a cada celda. Elige otro nombre.",
    lines.get("invalidation"),
  );
}

/** Throws a NotebookError for a name that another cell declares, and for a cell that needs itself. */
export function checkNames(
  runtime: PageRuntime,
  cell: CompiledCell,
  { others, replaced }: Surroundings,
): void {
  const { inputs, outputs, lines } = cell;
  const changed = [cell, ...others];
  for (const name of outputs) {
    const isStill =
      runtime.isDeclared(name) && !replaced.has(runtime.variableOf(name)!) && !isFree(name);
    if (!isStill && !others.some((other) => other.outputs.includes(name))) continue;
    throw new NotebookError(
      `«${name}» ya lo declara otra celda de esta página. Cada nombre se declara una sola vez: elige otro.`,
      lines.get(name),
    );
  }
  const computed = namesComputedFrom(outputs, runtime, { changed, replaced });
  const circular = inputs.find((name) => computed.has(name));
  if (circular === undefined) return;
  throw new NotebookError(
    `Referencia circular: esta celda usa «${circular}», y «${circular}» se calcula a partir de esta celda. Ninguna de las dos puede ir primero.`,
    lines.get(circular),
  );
}

/** These names, and all that is computed from them once the changed cells stand in their place. */
function namesComputedFrom(
  names: readonly string[],
  runtime: PageRuntime,
  { changed, replaced }: { changed: readonly CompiledCell[]; replaced: ReadonlySet<Variable> },
): Set<string> {
  const found = new Set<string>();
  const visited = new Set(replaced);
  const visit = (variable: Variable) => {
    if (visited.has(variable)) return;
    visited.add(variable);
    const name = runtime.nameOf(variable);
    if (name !== undefined) follow(name);
    runtime.directDependentsOf(variable).forEach(visit);
  };
  const follow = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    const variable = runtime.variableOf(name);
    if (variable) runtime.directDependentsOf(variable).forEach(visit);
    for (const { inputs, outputs } of changed) if (inputs.includes(name)) outputs.forEach(follow);
  };
  names.forEach(follow);
  return found;
}
