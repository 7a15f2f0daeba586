// How right a run was at the end of an epoch, in words.
import { heldOut, whereHeldOut } from "./heldOut/heldOut.js";
import type { Run } from "./run.js";
import { formatPercent } from "../text/format.js";

/** «81,2 % en la prueba», «… en validación»; undefined where it was not measured. */
export function epochAccuracy(
  { history }: Pick<Run, "history">,
  epoch: number,
): string | undefined {
  if (epoch === 0) return "sin entrenar";
  const result = history.epochs.find((one) => one.epoch === epoch);
  const judged = heldOut(result);
  return judged && `${formatPercent(judged.accuracy, 1)} ${whereHeldOut[judged.set]}`;
}
