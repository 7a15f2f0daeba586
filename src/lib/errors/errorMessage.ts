import { InternalError } from "./internalError.js";
import { ReaderError } from "./readerError.js";

/**
 * What to show the reader of whatever was thrown: its own words if they are for them, else a Spanish sentence
 * with what the browser or a library has said in brackets.
 */
export function errorMessage(thrown: unknown): string {
  if (thrown instanceof ReaderError || thrown instanceof InternalError) return thrown.message;
  const said = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return unexpected(said);
}

/** @param said by the browser or a library */
export function unexpected(said: string): string {
  return `Ha pasado algo que el cuaderno no esperaba (${said}). Recarga la página y prueba otra vez.`;
}
