// What the training panel shows of each activity: the sentence, the bar, and which buttons there are.
import type { TrainingButtons } from "./trainingControls.js";
import type { Activity } from "./trainingState.js";
import { trainingStatus } from "./trainingStatus.js";
import { totalBatches } from "../../../lib/run/run.js";

/** The sentence under the bar. */
export function statusText(activity: Activity): string {
  switch (activity.phase) {
    case "none":
      return "Sin empezar.";
    case "loading": {
      const { received } = activity;
      if (!received) return "Descargando los datos…";
      return trainingStatus.loading(received.receivedBytes, received.totalBytes);
    }
    case "preparing":
      return "Preparando la red…";
    case "running":
    case "firstStep":
    case "nextStep":
    case "paused":
      if (!activity.progress) return "Preparando la red…";
      return trainingStatus.training(activity.run, activity.progress);
    case "pausing":
      return "En pausa al acabar este paso…";
    case "stopping":
      return "Deteniendo y evaluando la red…";
    case "ended":
      return trainingStatus.ended(activity.run);
    case "cancelled":
      return trainingStatus.cancelled;
    case "failed":
      return trainingStatus.failed;
  }
}

/** How far the bar is, 0–1, and what a screen reader says of it; undefined: as it was. */
export function barProgress(activity: Activity): { ratio: number; text: string } | undefined {
  switch (activity.phase) {
    case "loading": {
      const { receivedBytes, totalBytes } = activity.received ?? {
        receivedBytes: 0,
        totalBytes: 1,
      };
      return { ratio: receivedBytes / totalBytes, text: "Descargando los datos" };
    }
    case "preparing":
      return { ratio: 0, text: "Preparando la red" };
    case "running":
    case "firstStep":
    case "nextStep":
    case "pausing":
    case "stopping":
    case "paused": {
      const { progress, run } = activity;
      if (!progress) return undefined;
      const ratio = progress.batch / totalBatches(run.hyperparameters);
      return { ratio, text: statusText(activity) };
    }
    case "ended":
      if (activity.run.status !== "finished") return undefined;
      return { ratio: 1, text: "Entrenamiento terminado" };
    default:
      return undefined;
  }
}

/** Which buttons there are. Those of a pause stay while one step is done, so that the focus does too. */
export function shownButtons(activity: Activity): TrainingButtons {
  switch (activity.phase) {
    case "loading":
    case "preparing":
    case "firstStep":
      return "loading";
    case "running":
    case "pausing":
    case "stopping":
      return "running";
    case "nextStep":
    case "paused":
      return "paused";
    default:
      return "idle";
  }
}
