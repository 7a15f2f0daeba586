// How right a run was at the end of an epoch, in words.
import type { Run } from "./run.js";
import { formatPercent } from "../text/format.js";

/** «81,2 % en la prueba»; undefined where it was not measured. */
export function epochAccuracy(
  { history }: Pick<Run, "history">,
  epoch: number,
): string | undefined {
  if (epoch === 0) return "sin entrenar";
  const result = history.epochs.find((one) => one.epoch === epoch);
  return result && `${formatPercent(result.testAccuracy, 1)} en la prueba`;
}
