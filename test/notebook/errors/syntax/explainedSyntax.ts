import { compileCell } from "../../../../src/notebook/compiler/compileCell.js";
import { type CellError, explainError } from "../../../../src/notebook/errors/explainError.js";

/** What the reader is told of a source that does not compile. */
export function explainedSyntax(source: string): CellError {
  try {
    compileCell(source);
  } catch (error) {
    return explainError(error, { name: "red", source });
  }
  throw new Error(`a fault expected in ${source}`);
}
