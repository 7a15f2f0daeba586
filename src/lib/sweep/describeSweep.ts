// How far a sweep is, in sentences for the reader: what they deleted of it is never counted as done.
import { formatCount } from "../text/format.js";
import type { SweepTally } from "./sweepResults.js";

/** What to say of a sweep that an earlier visit left unfinished, in Spanish. */
export function describeUnfinished({ all, done, deleted }: SweepTally): string {
  const lead = `Tienes un barrido a medias: ${done} de ${formatCount(all, "entrenamiento hecho", "entrenamientos hechos")}`;
  if (deleted === 0) return `${lead}. Sigue justo donde quedó.`;
  const back = deleted === 1 ? "el borrado se recupera" : "los borrados se recuperan";
  return `${lead} y ${formatCount(deleted, "borrado", "borrados")}. Sigue justo donde quedó, y ${back}.`;
}

/** What to say of a sweep that has come to its end, in Spanish. */
export function describeFinished({ all, done, deleted }: SweepTally): string {
  const runs = formatCount(all, "entrenamiento", "entrenamientos");
  const lead = `Barrido terminado: ${done === all ? runs : `${done} de ${runs}`}`;
  if (deleted === 0) return `${lead}.`;
  return deleted === 1
    ? `${lead}; has borrado 1, y en Experimentos puedes recuperarlo.`
    : `${lead}; has borrado ${deleted}, y en Experimentos puedes recuperarlos.`;
}
