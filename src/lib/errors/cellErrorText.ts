import { unexpected } from "./errorMessage.js";

/** The names of the classes that speak to the reader by themselves. */
export const spokenNames: ReadonlySet<string> = new Set([
  "ReaderError",
  "InternalError",
  "StorageError",
  "FileFormatError",
  "NotebookError",
  "UnsupportedNetworkError",
  "EngineUnavailableError",
  "BackendError",
  "EndlessLoopError",
  "OvertakenError",
]);

/**
 * What Framework shows of a cell that fails, put in Spanish; undefined if it is so already.
 * @param shown the error's name and message, or what a cell fails with for the sake of another: `RuntimeError: …`
 */
export function cellErrorText(shown: string): string | undefined {
  const [, name, message] = /^(\w*(?:Error|Exception)): (.*)$/s.exec(shown) ?? [];
  if (name === undefined || message === undefined) return undefined;
  if (spokenNames.has(name)) return message;
  if (name === "RuntimeError") {
    return `No se puede calcular todavía: necesita algo de otra celda, que ha fallado (${message}).`;
  }
  return unexpected(`${name}: ${message}`);
}
