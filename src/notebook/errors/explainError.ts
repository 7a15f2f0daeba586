// An error of a cell in the reader's words: what happened, where, what to try, and what the browser or
// the library said itself.
import { explainFailure } from "./failure/explainFailure.js";
import { explainSyntax } from "./syntax/explainSyntax.js";
import type { Explanation } from "./explanation.js";
import { EndlessLoopError } from "../compiler/loopGuard.js";
import { NotebookError } from "./notebookError.js";
import { cellsOfStack } from "../compiler/sourceUrl.js";

/** A cell's own line stands below a dozen of TensorFlow.js's calls; Chromium keeps ten by default. */
Error.stackTraceLimit = 50;

export interface CellError extends Explanation {
  /** As it came; undefined where the message is all there is. */
  original?: string;
}

export function explainError(error: unknown, cell: { name: string; source: string }): CellError {
  const line = lineOf(error, cell.name);
  const where = line === undefined ? {} : { line };
  if (error instanceof NotebookError) return { message: error.message, ...where };
  if (error instanceof EndlessLoopError) {
    return {
      message: error.message,
      hint: "¿Se cumple alguna vez la condición que lo termina? Si de verdad es un trabajo largo, cede el paso con «await» dentro del bucle.",
      ...where,
    };
  }
  const explanation = explain(error, cell.source) ?? UNKNOWN;
  if (!(error instanceof Error) || explanation.message === error.message) {
    return { ...where, ...explanation }; // which says it all
  }
  return { ...where, ...explanation, original: `${error.name}: ${error.message}` };
}

const UNKNOWN = { message: "La celda ha fallado mientras se ejecutaba." };

function explain(error: unknown, source: string): Explanation | undefined {
  if (!(error instanceof SyntaxError)) return explainFailure(error);
  return PLACE.test(error.message)
    ? explainSyntax(error.message, source)
    : (explainFailure(error) ?? { message: "Un texto no es JavaScript y no se puede ejecutar." });
}

/** Where the compiler found a fault; what reads code or JSON while a cell runs says it otherwise. */
const PLACE = /\((\d+):\d+\)$/;

function lineOf(error: unknown, name: string): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { loc, message, stack } = error as Error & { loc?: { line: number } };
  if (error instanceof NotebookError && error.line !== undefined) return error.line;
  if (loc) return loc.line;
  if (error instanceof SyntaxError) {
    const found = PLACE.exec(message);
    if (found) return Number(found[1]);
  }
  return cellsOfStack(stack).find(({ cell }) => cell === name)?.line;
}
