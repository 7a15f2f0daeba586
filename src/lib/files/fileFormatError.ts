// What is wrong with a file that the reader chose; its message is for them.
export class FileFormatError extends Error {
  override name = "FileFormatError";
}
