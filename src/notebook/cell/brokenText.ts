import { formatCount } from "../../lib/text/format.js";
import { explainFailure } from "../errors/failure/explainFailure.js";
import type { BrokenDependents } from "../execution/brokenDependents.js";

/** «Ejecutada, pero ahora falla lo que la usa («red» y 3 resultados): «network» no está definido.» */
export function brokenText({ error, cells, others }: BrokenDependents): string {
  const named = cells.map((name) => `«${name}»`);
  const counted = others > 0 ? [formatCount(others, "resultado", "resultados")] : [];
  const list = new Intl.ListFormat("es").format([...named, ...counted]);
  const why = explainFailure(error)?.message ?? (error instanceof Error ? error.message : "");
  return `Ejecutada, pero ahora falla lo que la usa (${list})${why === "" ? "." : `: ${why}`}`;
}
