// What came of importing a file of runs, in sentences for the reader.
import { describeEvictions } from "./describeEvictions.js";
import type { ImportedRuns } from "./importRuns.js";

/** What came in, what was there, and what had to go; empty if nothing of it. */
export function describeImport({ added, known, evicted }: ImportedRuns): string {
  const list = (names: readonly string[]) =>
    new Intl.ListFormat("es").format(names.map((name) => `«${name}»`));
  const gone = describeEvictions(evicted);
  const parts = [
    ...(added.length > 0 ? [`✓ Importado${added.length > 1 ? "s" : ""}: ${list(added)}.`] : []),
    ...(known.length > 0 ? [`Ya estaba${known.length > 1 ? "n" : ""}: ${list(known)}.`] : []),
    ...(gone === undefined ? [] : [gone]),
  ];
  return parts.join(" ");
}

/** @param problem why the rest could not be kept */
export function describeFailure(problem: string, { added, known }: ImportedRuns): string {
  const rest =
    added.length + known.length > 0
      ? "Los demás del archivo no se han importado."
      : "No se ha importado ninguno.";
  return `${problem} ${rest}`;
}
