// How the numbers of the network by hand are written, and what they are called.
import { formatDecimal, formatNumber } from "../../lib/text/format.js";
import { formatScientific } from "../../lib/text/formatScientific.js";

/** Three decimals at most: «0» is zero itself, and «0,000» is very little. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return "—";
  if (Math.abs(value) >= 1000) return formatScientific(value);
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 && value !== 0 ? formatDecimal(value) : formatNumber(rounded + 0);
}

/** The same as a factor or a term: a negative one stands in brackets. */
export function termNumber(value: number): string {
  return value < 0 ? `(${shortNumber(value)})` : shortNumber(value);
}

const place = (index: number, columns: number) =>
  `fila ${Math.floor(index / columns)}, columna ${index % columns}`;

export const pixelName = (index: number) => `Imagen, ${place(index, 4)}`;
export const mapPlace = (index: number) => place(index, 2);

/** Of the parameters, in the order of `parametersOf`. */
export const parameterNames: readonly string[] = [
  ...Array.from({ length: 9 }, (_, i) => `Filtro, ${place(i, 3)}`),
  "Sesgo del filtro",
  "Peso de la clase 0",
  "Peso de la clase 1",
  "Sesgo de la clase 0",
  "Sesgo de la clase 1",
];

/** The same for a table, short: the row and the column in brackets, as the reader's Python has them. */
export const shortNames: readonly string[] = [
  ...Array.from({ length: 9 }, (_, i) => `Filtro[${Math.floor(i / 3)}, ${i % 3}]`),
  "Sesgo",
  "Peso[0]",
  "Peso[1]",
  "Sesgo[0]",
  "Sesgo[1]",
];

/** Very small numbers, in one piece. */
export function scientific(value: number): string {
  return formatScientific(value).replaceAll(" ", "\u00a0");
}

/** «a, b y c». */
export const listed = new Intl.ListFormat("es");
