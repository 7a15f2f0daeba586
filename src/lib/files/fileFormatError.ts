// What is wrong with a file that the reader chose; its message is for them.
import { ReaderError } from "../errors/readerError.js";

export class FileFormatError extends ReaderError {
  override name = "FileFormatError";
}
