/** What the reader has given does not do. The message is for them: Spanish, with what was expected and what came. */
export class ReaderError extends Error {
  override name = "ReaderError";
}
