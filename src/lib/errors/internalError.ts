/**
 * A fault of the notebook's own, to which nothing that a reader does should lead. Wherever it is shown, the
 * message is a Spanish sentence, with the fault in brackets for who mends it.
 */
export class InternalError extends Error {
  override name = "InternalError";

  /** @param fault in English: what was expected, and what was found */
  constructor(fault: string, options?: ErrorOptions) {
    super(`Ha fallado el cuaderno, no lo que has hecho tú (${fault}). Recarga la página.`, options);
  }
}
