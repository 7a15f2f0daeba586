// What the pages say of the bench's report in a sentence, and what they say where it has not run.
import { type BenchReport, benchSeconds, engineOverTfjs } from "./benchReport.js";
import { defaultHyperparameters } from "../run/hyperparameters.js";
import { formatDuration, formatInteger } from "../text/format.js";

/** «unas 12 veces más rápido que TensorFlow.js en el procesador», each with one thread. */
export function describeAdvantage(report: BenchReport | undefined): string {
  const times = report && engineOverTfjs(report);
  const much = times === undefined ? "mucho" : `unas ${formatInteger(times)} veces`;
  return `${much} más rápido que TensorFlow.js en el procesador`;
}

/** How long the original's recipe takes on the measured machine, in one or two sentences. */
export function describeDuration(report: BenchReport | undefined): string {
  const seconds = report && benchSeconds(report, defaultHyperparameters);
  if (seconds === undefined) return "El panel te dice cuánto queda.";
  const duration = formatDuration(seconds);
  return `La receta del original dura ${duration} en la máquina de las medidas; en la tuya, el panel te dice cuánto queda.`;
}
