// How a loss changes with one step, in so few figures that it can be seen beside the loss itself.
import { formatNumber } from "../../lib/text/format.js";

/** What is less is not told apart: more digits would not fit under an image on a phone. */
const SMALLEST = 1e-4;

/** «↓ 0,0004», «↑ 0,12», «↓ <0,0001», «= 0»: the difference of two losses, in nats, to two figures. */
export function describeChange(before: number, after: number): string {
  const difference = Math.abs(after - before);
  if (Number.isNaN(difference)) return "↑ —";
  if (difference === 0) return "=\u00a00";
  const sign = after < before ? "↓" : "↑";
  if (difference < SMALLEST) return `${sign}\u00a0<${formatNumber(SMALLEST)}`;
  return `${sign}\u00a0${formatNumber(Number(Number(difference.toPrecision(2)).toFixed(4)))}`;
}
