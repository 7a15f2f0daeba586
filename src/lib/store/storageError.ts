// Storage is off (a private window, blocked by the reader), full, or held by another version of the site.
import { ReaderError } from "../errors/readerError.js";

export class StorageError extends ReaderError {
  override name = "StorageError";
}
