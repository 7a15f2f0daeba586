/**
 * Something that the reader should know of: what they have given does not do, or the browser or the
 * connection fails them. The message is for them: Spanish, with what was expected and what came.
 */
export class ReaderError extends Error {
  override name = "ReaderError";
}
