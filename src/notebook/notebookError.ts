/** What is wrong with a cell, in the reader's words. */
export class NotebookError extends Error {
  override name = "NotebookError";

  constructor(
    message: string,
    /** Where it is in the cell's source, in characters from its start. */
    readonly at?: number,
  ) {
    super(message);
  }
}
