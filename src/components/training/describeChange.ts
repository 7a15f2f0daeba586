// How a loss changes with one step, in so few figures that it can be seen beside the loss itself.
import { formatNumber } from "../../lib/text/format.js";

/** «↓ 0,00041», «↑ 0,12», «= 0»: the difference of two losses, in nats, to two figures. */
export function describeChange(before: number, after: number): string {
  const difference = Number(Math.abs(after - before).toPrecision(2));
  if (Number.isNaN(difference)) return "↑ —";
  const sign = after < before ? "↓" : after > before ? "↑" : "=";
  return `${sign}\u00a0${formatNumber(difference)}`;
}
