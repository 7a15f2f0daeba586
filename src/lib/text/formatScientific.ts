// Very small or very large numbers as a Spanish reader writes them.
import { formatDecimal } from "./format.js";

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** 1.234e-7 → «1,2 · 10⁻⁷», with that many decimals; 0 → «0». */
export function formatScientific(value: number, decimals = 1): string {
  if (value === 0 || !Number.isFinite(value)) return value === 0 ? "0" : "—";
  const [mantissa, exponent] = value.toExponential(decimals).split("e") as [string, string];
  return `${formatDecimal(Number(mantissa), decimals)} · ${powerOfTen(Number(exponent))}`;
}

/** −7 → «10⁻⁷». */
export function powerOfTen(exponent: number): string {
  const digits = String(Math.abs(exponent)).replace(/\d/g, (digit) => superscripts[Number(digit)]!);
  return `10${exponent < 0 ? "⁻" : ""}${digits}`;
}
