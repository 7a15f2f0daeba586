// The history of runs as CSV, a line an epoch, for a spreadsheet or pandas: points for decimals, names
// without accents in the header.
import type { EpochResult } from "../run/run.js";
import type { RunRecord } from "../run/runRecord.js";
import { runName } from "../run/runName.js";

/** What stands in each column behind the run's name; empty where an epoch has none. */
const columns = {
  epoca: "epoch",
  perdida: "loss",
  perdida_prueba: "testLoss",
  exactitud_prueba: "testAccuracy",
  segundos: "seconds",
  perdida_validacion: "validationLoss",
  exactitud_validacion: "validationAccuracy",
} as const satisfies Record<string, keyof EpochResult>;

export function runCsv(runs: readonly RunRecord[]): string {
  const header = ["entrenamiento", ...Object.keys(columns)].join(",");
  const keys = Object.values(columns);
  const lines = runs.flatMap((run) =>
    run.epochs.map((result) => [quoted(runName(run)), ...keys.map((key) => result[key])].join(",")),
  );
  return [header, ...lines, ""].join("\n");
}

/** As RFC 4180 asks where a comma, a quote or a line's end is in the text; a formula stays a text. */
function quoted(text: string): string {
  const plain = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
