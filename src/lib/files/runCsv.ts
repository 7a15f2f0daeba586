// The history of runs as CSV, a line an epoch, for a spreadsheet or pandas: points for decimals, names
// without accents in the header.
import type { RunRecord } from "../run/runRecord.js";
import { runName } from "../run/runName.js";

const columns = "entrenamiento,epoca,perdida,perdida_prueba,exactitud_prueba,segundos";

export function runCsv(runs: readonly RunRecord[]): string {
  const lines = runs.flatMap((run) =>
    run.epochs.map(({ epoch, loss, testLoss, testAccuracy, seconds }) =>
      [quoted(runName(run)), epoch, loss, testLoss, testAccuracy, seconds].join(","),
    ),
  );
  return [columns, ...lines, ""].join("\n");
}

/** As RFC 4180 asks where a comma, a quote or a line's end is in the text; a formula stays a text. */
function quoted(text: string): string {
  const plain = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
