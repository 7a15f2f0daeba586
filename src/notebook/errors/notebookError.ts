import { ReaderError } from "../../lib/errors/readerError.js";

/** What is wrong with a cell, in the reader's words. */
export class NotebookError extends ReaderError {
  override name = "NotebookError";

  constructor(
    message: string,
    /** The line of the cell's source, from 1. */
    readonly line?: number,
  ) {
    super(message);
  }
}
