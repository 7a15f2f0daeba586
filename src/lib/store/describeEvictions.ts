// What had to go to make room, in a sentence for the reader.
import type { EvictedRun } from "./storedSettings.js";

/** Undefined if nothing went. */
export function describeEvictions(gone: readonly EvictedRun[]): string | undefined {
  const sentences = (["epochs", "run"] as const).flatMap((what) => {
    const names = [
      ...new Set(gone.filter((one) => one.what === what).map(({ name }) => `«${name}»`)),
    ];
    return names.length > 0 ? [sentence(what, names)] : [];
  });
  return sentences.length > 0 ? `Falta sitio para guardar. ${sentences.join(" ")}` : undefined;
}

function sentence(what: EvictedRun["what"], names: readonly string[]): string {
  const list = new Intl.ListFormat("es").format(names);
  if (what === "epochs") {
    return `De ${list} quedan los resultados y los últimos pesos, pero ya no los de todas sus épocas.`;
  }
  return names.length === 1
    ? `Se ha borrado ${list}, el entrenamiento más antiguo sin fijar.`
    : `Se han borrado ${list}, los entrenamientos más antiguos sin fijar.`;
}
