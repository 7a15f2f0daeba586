// What stands where a cell's result would be, when the cell cannot be computed.
import { explainFailure } from "../errors/failure/explainFailure.js";
import type { FailureOrigin } from "../runtime/failureOrigin.js";
import { NotebookError } from "../errors/notebookError.js";

/** A cell that fails by itself: with what another one, changed, gives it. */
export function ownFailureText(error: unknown): string {
  const message = explainFailure(error)?.message;
  const look = "Mira las celdas que has cambiado: esta usa algo de ellas.";
  return join("No se puede calcular.", message, look, originalOf(error, message));
}

/** A cell that needs a name which has failed. */
export function dependentFailureText({ error, name, cell }: FailureOrigin): string {
  if (error instanceof NotebookError && cell === undefined) {
    return `No se puede calcular todavía. ${error.message}`; // it says which name
  }
  const of =
    cell === undefined ? ", que no se puede calcular" : `, y la celda «${cell}» ha fallado`;
  const needs = name === undefined ? "" : `: necesita «${name}»${of}`;
  const message = explainFailure(error)?.message;
  return join(`No se puede calcular todavía${needs}.`, message, originalOf(error, message));
}

/** As it came, in brackets, unless the explanation says as much. */
function originalOf(error: unknown, explanation: string | undefined): string {
  if (!(error instanceof Error) || error.message === explanation) return "";
  return `(${error.name}: ${error.message})`;
}

function join(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}
