// Two versions of one cell, the reader's in the editor and another beside it: what is said of them, and
// the ways out.
import type { CellEdit } from "../../lib/browser/editStore.js";

export interface TwoVersions {
  explanation: string;
  /** The code that does not stand in the editor. */
  other: string;
  keep: Choice;
  take: Choice;
}

interface Choice {
  label: string;
  action: () => unknown;
}

interface Actions {
  /** Keeps what stands in the editor. */
  keep: () => unknown;
  /** Takes the other version. */
  take: () => unknown;
}

/** The site has another original than the one that the reader changed. */
export function newOriginal(
  { savedAt }: CellEdit,
  original: string,
  { keep, take }: Actions,
): TwoVersions {
  const date = new Date(savedAt).toLocaleDateString("es");
  return {
    explanation: `El cuaderno ha cambiado esta celda desde que la editaste (${date}). Arriba está la tuya; este es el original de ahora:`,
    other: original,
    keep: { label: "Quedarme con la mía", action: keep },
    take: { label: "Usar el original nuevo", action: take },
  };
}

/** Another tab has kept something else; undefined: the original. */
export function ofOtherTab(
  edit: CellEdit | undefined,
  original: string,
  { keep, take }: Actions,
): TwoVersions {
  return {
    explanation:
      "En otra pestaña también has cambiado esta celda. Arriba está lo de aquí; esto es lo de allí, y es lo que se guarda mientras no elijas:",
    other: edit?.draft ?? edit?.source ?? original,
    keep: { label: "Quedarme con lo de aquí", action: keep },
    take: { label: "Usar lo de la otra pestaña", action: take },
  };
}
