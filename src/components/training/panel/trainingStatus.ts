// What the training panel says, in words: pure functions from a run to a sentence.
import {
  formatBytes,
  formatDecimal,
  formatDuration,
  formatInteger,
  formatNumber,
  formatPercent,
  formatTimeLeft,
} from "../../../lib/text/format.js";
import { formatEngines } from "../../../lib/run/engineUse.js";
import { heldOut, keptHeldOut, whereHeldOut } from "../../../lib/run/heldOut/heldOut.js";
import { batchesPerEpoch, presentRate, type Run } from "../../../lib/run/run.js";
import { runSeconds } from "../../../lib/run/runSeconds.js";
import type { TrainingProgress } from "../../../training/worker/messages.js";

export const trainingStatus = {
  cancelled: "Entrenamiento cancelado.",
  failed: "El entrenamiento no ha podido seguir.",

  loading(receivedBytes: number, totalBytes: number): string {
    return `Descargando los datos: ${formatBytes(receivedBytes)} de ${formatBytes(totalBytes)}.`;
  },

  training(
    run: Run,
    { batch, loss, imagesPerSecond, secondsLeft, engine }: TrainingProgress,
  ): string {
    const perEpoch = batchesPerEpoch(run.hyperparameters);
    const epoch = Math.max(1, Math.ceil(batch / perEpoch));
    const batchInEpoch = batch - (epoch - 1) * perEpoch;
    const place =
      `Época ${epoch} de ${run.hyperparameters.epochs} · ` +
      `lote ${formatInteger(batchInEpoch)} de ${formatInteger(perEpoch)}`;
    if (run.status === "paused") return `En pausa. ${place}.`;
    const speed = Number.isFinite(imagesPerSecond)
      ? ` · ${formatInteger(imagesPerSecond)} imágenes/s con ${formatEngines(engine)}`
      : "";
    const shownLoss = Number.isFinite(loss) ? ` · pérdida ${formatDecimal(loss)}` : "";
    return `${place}${shownLoss} · queda: ${formatTimeLeft(secondsLeft)}${speed}`;
  },

  /** The latest epoch, for a screen reader. */
  epoch(run: Run): string {
    const latest = run.history.epochs.at(-1);
    const judged = heldOut(latest);
    if (!latest || !judged) return "";
    return (
      `Época ${latest.epoch} de ${run.hyperparameters.epochs} terminada: pérdida ${formatDecimal(latest.loss)}, ` +
      `exactitud ${whereHeldOut[judged.set]} ${formatPercent(judged.accuracy)}.`
    );
  },

  ended(run: Run): string {
    const { epochs } = run.history;
    const judged = keptHeldOut(run);
    const { epochSeconds } = run.checkpoint.sums; // of an epoch that was not finished
    const seconds = runSeconds(epochs, epochSeconds);
    const result = judged
      ? ` Exactitud ${whereHeldOut[judged.set]}: ${formatPercent(judged.accuracy, 2)}, en ${formatDuration(seconds)} con ${formatEngines(run.engine)}.`
      : "";
    const closed = judged?.set === "validation" ? " La prueba se abre en Experimentos." : "";
    if (run.status === "finished") return `Entrenamiento terminado.${result}${closed}`;
    if (run.status === "diverged") return "Entrenamiento interrumpido: la red ha divergido.";
    return `Entrenamiento detenido; la red se ha guardado como está.${result}`;
  },

  diverged(run: Run): string {
    const { momentum } = run.hyperparameters;
    return (
      "La pérdida se ha disparado: cada paso ha sido tan largo que ha estropeado los pesos en vez de mejorarlos. " +
      `Suele pasar con una tasa de aprendizaje demasiado alta: prueba con una menor que ${formatNumber(presentRate(run))}, ` +
      `o con un momento menor que ${formatNumber(momentum)}.`
    );
  },
};
