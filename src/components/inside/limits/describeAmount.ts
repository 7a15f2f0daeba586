import type { ImageChange } from "../../../lib/dataset/changes/imageChanges.js";
import { formatDecimal } from "../../../lib/text/format.js";

/** «−30 grados», «1 píxel», «× 0,80». */
export function describeAmount({ name, unit, decimals }: ImageChange, amount: number): string {
  const number = formatDecimal(amount === 0 ? 0 : amount, decimals); // no «−0»
  if (name === "scale") return `× ${number}`;
  if (name === "invert") return number;
  const one: Record<string, string> = { grados: "grado", píxeles: "píxel" };
  return `${number} ${Math.abs(amount) === 1 ? (one[unit] ?? unit) : unit}`;
}
