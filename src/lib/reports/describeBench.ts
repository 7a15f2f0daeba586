// What the pages say of the bench's report in a sentence, and what they say where it has not run.
import { type BenchReport, engineOverTfjs } from "./benchReport.js";
import type { EpochResult } from "../run/run.js";
import { runSeconds } from "../run/runSeconds.js";
import { formatDuration, formatInteger } from "../text/format.js";

/** «unas 12 veces más rápido que TensorFlow.js en el procesador», each with one thread. */
export function describeAdvantage(report: BenchReport | undefined): string {
  const times = report && engineOverTfjs(report);
  const much = times === undefined ? "mucho" : `unas ${formatInteger(times)} veces`;
  return `${much} más rápido que TensorFlow.js en el procesador`;
}

/** How long the original's recipe took in the precomputed run, and where the reader's own time is told. */
export function describeDuration(epochs: readonly EpochResult[]): string {
  const duration = formatDuration(runSeconds(epochs));
  return `La receta del original duró ${duration} en el entrenamiento precalculado; en tu máquina, el panel te dice cuánto queda.`;
}
