// What is wrong with a file that the reader chose; its message is for them.
import { ReaderError } from "../errors/readerError.js";

export class FileFormatError extends ReaderError {
  override name = "FileFormatError";
}

/** @param what in Spanish, without a full stop */
export function damagedFile(what: string): FileFormatError {
  return new FileFormatError(`El archivo está dañado: ${what}.`);
}
