// What came of importing a file of runs, in sentences for the reader.
import type { ImportedRuns } from "./importRuns.js";

/** What came in and what was there; empty if nothing did. */
export function describeImport({ added, known }: ImportedRuns): string {
  const parts = [
    ...(added.length > 0 ? [`✓ Importado${added.length > 1 ? "s" : ""}: ${list(added)}.`] : []),
    ...(known.length > 0 ? [`Ya estaba${known.length > 1 ? "n" : ""}: ${list(known)}.`] : []),
  ];
  return parts.join(" ");
}

/** What has not come in and why, with the way on; undefined if all has. */
export function describeLeft({ left, problem }: ImportedRuns): string | undefined {
  if (problem === undefined) return undefined;
  const what = left.length === 1 ? "No se ha importado" : "No se han importado";
  return (
    `${problem} ${what} ${list(left)}. Borra en la tabla los que no necesites ` +
    "e importa el archivo otra vez: lo que ya está no se repite."
  );
}

function list(names: readonly string[]): string {
  return new Intl.ListFormat("es").format(names.map((name) => `«${name}»`));
}
