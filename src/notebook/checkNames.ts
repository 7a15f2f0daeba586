// What a cell may not declare or use, told before it runs.
import type { CompiledCell } from "./compileCell.js";
import { isFree } from "./missingNames.js";
import { NotebookError } from "./notebookError.js";
import { computedFrom, isDeclared, type PageRuntime, type Variable } from "./pageRuntime.js";

/**
 * @param own the variables of the cell as it was
 * Throws a NotebookError for a name that another cell declares, and for a cell that needs itself.
 */
export function checkNames(
  runtime: PageRuntime,
  { inputs, outputs, lines }: CompiledCell,
  own: readonly Variable[],
): void {
  const ownNames = new Set(own.map(({ _name }) => _name));
  for (const name of outputs) {
    if (!isDeclared(runtime, name) || ownNames.has(name) || isFree(name)) continue;
    throw new NotebookError(
      `«${name}» ya lo declara otra celda de esta página. Cada nombre se declara una sola vez: elige otro.`,
      lines.get(name),
    );
  }
  const users = computedFrom(ownAndNamed(runtime, own, outputs));
  for (const name of inputs) {
    const input = runtime.main._scope.get(name);
    if (!input || !users.has(input)) continue;
    throw new NotebookError(
      `Referencia circular: esta celda usa «${name}», y «${name}» se calcula a partir de esta celda. Ninguna de las dos puede ir primero.`,
      lines.get(name),
    );
  }
}

/** Also what stands for names that were used before any cell declared them. */
function ownAndNamed(
  { main }: PageRuntime,
  own: readonly Variable[],
  outputs: readonly string[],
): Variable[] {
  const named = outputs.flatMap((name) => main._scope.get(name) ?? []);
  return [...new Set([...own, ...named])];
}
