// How far a sweep is, in sentences for the reader: what they deleted of it is never counted as done.
import { formatCount } from "../text/format.js";
import { heldOutSet } from "../run/heldOut/heldOut.js";
import type { SweepPlan } from "./sweep.js";
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

/** By which images the best one was chosen, and what that is worth, in Spanish. */
export function describeChoice({ base }: Pick<SweepPlan, "base">): string {
  return heldOutSet(base) === "validation"
    ? "Se elige por la exactitud en validación. La prueba de estos entrenamientos sigue cerrada: abre en Experimentos la de los de la mejor combinación, una sola vez."
    : "Se ha elegido mirando la prueba, y eso halaga: la cifra de la mejor combinación sale algo alta. Con imágenes de validación, la prueba se queda para el final.";
}
