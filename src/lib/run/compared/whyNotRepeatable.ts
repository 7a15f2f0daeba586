// Whether a link to a run gives its weights again.
import { type Run, totalBatches } from "../run.js";
import { OWN_NETWORK } from "../runConfiguration.js";

/** What keeps the configuration alone of a run that has finished from it, in Spanish; undefined if nothing does. */
export function whyNotRepeatable(
  run: Pick<Run, "engine" | "history" | "network" | "hyperparameters" | "checkpoint">,
): string | undefined {
  const { engine, history, network, hyperparameters, checkpoint } = run;
  if (checkpoint.batch < totalBatches(hyperparameters)) return "sus pesos vienen de un archivo";
  if (network === OWN_NETWORK) return "la red es la tuya, y no viaja en un enlace";
  if (engine.some(({ kind }) => kind === "tfjs"))
    return "TensorFlow.js redondea distinto en cada máquina";
  if ((history.rateChanges ?? []).length > 0) return "la tasa cambió a mitad del entrenamiento";
  return undefined;
}
