// The curve of the loss in words, for who cannot see it.
import { formatDecimal, formatInteger, formatNumber } from "../../lib/text/format.js";
import type { RunHistory } from "../../lib/run/run.js";

/** Where it begins and where it is, and where the learning rate was changed. */
export function describeLoss(history: RunHistory): string {
  const changes = (history.rateChanges ?? []).map(
    ({ batch, learningRate }) =>
      ` Desde el lote ${formatInteger(batch)}, la tasa es ${formatNumber(learningRate)}.`,
  );
  return describeCurve(history) + changes.join("");
}

function describeCurve({ epochs, curve }: RunHistory): string {
  const first = curve[0];
  const latest = epochs.at(-1);
  if (!first) return "Curva de pérdida, todavía sin puntos.";
  if (!latest) return `Curva de pérdida: empieza en ${formatDecimal(first.loss, 2)}.`;
  return (
    `Curva de pérdida: empieza en ${formatDecimal(first.loss, 2)} y en la época ` +
    `${formatInteger(latest.epoch)} está en ${formatDecimal(latest.loss, 2)}.`
  );
}
