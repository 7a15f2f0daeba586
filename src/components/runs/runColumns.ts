// The columns of numbers in the table of runs: how each is written and by what it is sorted.
import { formatDecimal, formatDuration, formatPercent } from "../../lib/text/format.js";
import { type HeldOutSet, recordedHeldOut } from "../../lib/run/heldOut/heldOut.js";
import type { RunRecord } from "../../lib/run/runRecord.js";
import { runSeconds } from "../../lib/run/runSeconds.js";
import { recordedResult } from "../../lib/run/heldOut/testResult.js";

export interface RunColumn {
  key: string;
  label: string;
  write: (run: RunRecord) => string;
  /** NaN: nothing yet. */
  sortBy: (run: RunRecord) => number;
}

/** Of the weights that the run keeps. */
function accuracyOn(set: HeldOutSet, run: RunRecord): number | undefined {
  if (set === "test") return recordedResult(run)?.testAccuracy;
  const judged = recordedHeldOut(run);
  return judged?.set === set ? judged.accuracy : undefined;
}

const trainingLoss = (run: RunRecord) => run.epochs.at(-1)?.loss;
const seconds = ({ epochs }: RunRecord) => runSeconds(epochs);
const written = (value: number | undefined, write: (value: number) => string) =>
  value === undefined ? "—" : write(value);

const dateFormat = new Intl.DateTimeFormat("es", { dateStyle: "short", timeStyle: "short" });

const statusNames: Record<RunRecord["status"], string> = {
  running: "a medias",
  paused: "en pausa",
  stopped: "detenido",
  finished: "terminado",
  diverged: "divergió",
};

/** The accuracy first. */
export const runColumns: readonly [RunColumn, ...RunColumn[]] = [
  {
    key: "accuracy",
    label: "Exactitud",
    write: (run) => written(accuracyOn("test", run), (value) => formatPercent(value, 2)),
    sortBy: (run) => accuracyOn("test", run) ?? NaN,
  },
  {
    key: "loss",
    label: "Pérdida",
    write: (run) => written(trainingLoss(run), (value) => formatDecimal(value)),
    sortBy: (run) => trainingLoss(run) ?? NaN,
  },
  {
    key: "testLoss",
    label: "En la prueba",
    write: (run) => written(recordedResult(run)?.testLoss, (value) => formatDecimal(value)),
    sortBy: (run) => recordedResult(run)?.testLoss ?? NaN,
  },
  {
    key: "validationAccuracy",
    label: "Exactitud en vali\u00addación",
    write: (run) => written(accuracyOn("validation", run), (value) => formatPercent(value, 2)),
    sortBy: (run) => accuracyOn("validation", run) ?? NaN,
  },
  {
    key: "epochs",
    label: "Épocas",
    write: (run) =>
      run.epochs.length < run.hyperparameters.epochs
        ? `${run.epochs.length} de ${run.hyperparameters.epochs}`
        : String(run.epochs.length),
    sortBy: (run) => run.epochs.length,
  },
  {
    key: "seconds",
    label: "Tiempo",
    write: (run) => formatDuration(seconds(run)).replaceAll(/(\d) /g, "$1\u00a0"), // «4 min» is not parted
    sortBy: seconds,
  },
  {
    key: "createdAt",
    label: "Empezado",
    write: ({ createdAt, status }) =>
      status === "finished"
        ? dateFormat.format(createdAt)
        : `${dateFormat.format(createdAt)}, ${statusNames[status]}`,
    sortBy: ({ createdAt }) => createdAt,
  },
];
