/** What is wrong with a cell, in the reader's words. */
export class NotebookError extends Error {
  override name = "NotebookError";

  constructor(
    message: string,
    /** The line of the cell's source, from 1. */
    readonly line?: number,
  ) {
    super(message);
  }
}
