// The pieces that the schemas of the house are made of. Each says in Spanish what it expects.
import * as v from "valibot";
import { formatExact } from "../text/format.js";

export interface NumberRange {
  /** Left out: any. */
  min?: number;
  max?: number;
  whole?: boolean;
}

/** A finite number in the range, both ends included. */
export function numberIn(range: NumberRange = {}) {
  const { min = -Infinity, max = Infinity, whole = false } = range;
  const isIn = (value: number) =>
    value >= min && value <= max && (whole ? Number.isSafeInteger(value) : Number.isFinite(value));
  const expected = describeRange(range);
  return v.pipe(v.number(expected), v.check(isIn, expected));
}

/** A whole number in the range, both ends included. */
export function wholeIn(min: number, max = Number.MAX_SAFE_INTEGER) {
  return numberIn({ min, max, whole: true });
}

/** A text of 1 to `most` letters. */
export function textOf(most: number) {
  const expected = `un texto de 1 a ${formatExact(most)} letras`;
  return v.pipe(
    v.string(expected),
    v.check((text) => text.length > 0 && text.length <= most, expected),
  );
}

/** Milliseconds since 1970, as far as a Date goes. */
export const timeSchema = v.pipe(
  v.number("una fecha"),
  v.check((time) => Number.isInteger(time) && time >= 0 && time <= 8.64e15, "una fecha"),
);

/** At most so many of them: longer lists are refused before they are looked at. */
export function listOf<Item extends v.GenericSchema>(item: Item, most = Infinity) {
  const expected = `una lista de ${formatExact(most)} como mucho`;
  const isShort = (list: unknown) => !Array.isArray(list) || list.length <= most;
  return v.pipe(v.custom<unknown>(isShort, expected), v.array(item));
}

/** «un número entero entre 1 y 30». */
export function describeRange({ min, max, whole }: NumberRange): string {
  const kind = whole ? "un número entero" : "un número";
  const isOpen = max === undefined || max === Number.MAX_SAFE_INTEGER;
  if (min === undefined) return isOpen ? kind : `${kind} de ${formatExact(max)} como mucho`;
  if (isOpen) return `${kind} de ${formatExact(min)} como poco`;
  return `${kind} entre ${formatExact(min)} y ${formatExact(max)}`;
}
