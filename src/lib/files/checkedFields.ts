// Reads the fields of a value of unknown origin; what is not as expected is told by its place.
import { formatNumber } from "../text/format.js";
import { FileFormatError } from "./fileFormatError.js";

/** Left out: any finite number. */
export interface NumberRange {
  min?: number;
  max?: number;
  whole?: boolean;
}

export interface Fields {
  value(name: string): unknown;
  /** A string of 1 to `most` letters. */
  text(name: string, most: number, options?: { mayBeEmpty?: boolean }): string;
  number(name: string, range?: NumberRange): number;
  numbers<Name extends string>(ranges: Record<Name, NumberRange>): Record<Name, number>;
  oneOf<Value extends string>(name: string, allowed: readonly Value[]): Value;
  optional(name: string, type: "string"): string | undefined;
  optional(name: string, type: "boolean"): boolean | undefined;
  object(name: string): Fields;
  maybe(name: string): Fields | undefined;
  list(name: string): Fields[];
  optionalList(name: string): Fields[] | undefined;
  /** The error for this field. */
  wrong(name: string, what?: string): FileFormatError;
}

/** @param what is wrong with the value there, in Spanish */
export function wrong(place: string, what = "no es lo que debería"): FileFormatError {
  return new FileFormatError(`El archivo está dañado: «${place}» ${what}.`);
}

/** @param place of the value in the file, for the messages */
export function fieldsOf(value: unknown, place: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(place);
  const record = value as Record<string, unknown>;
  const get = (name: string) => (Object.hasOwn(record, name) ? record[name] : undefined);
  const at = (name: string) => `${place}.${name}`;
  const number = (name: string, range: NumberRange = {}) => {
    const found = get(name);
    if (typeof found !== "number" || !Number.isFinite(found)) throw wrong(at(name));
    if (isWithin(found, range)) return found;
    throw wrong(at(name), `debería ser ${describeRange(range)}, y es ${formatNumber(found)}`);
  };
  const list = (name: string) => {
    const found = get(name);
    if (!Array.isArray(found)) throw wrong(at(name));
    return found.map((entry, i) => fieldsOf(entry, `${at(name)}[${i}]`));
  };
  const optional = (name: string, type: "string" | "boolean") => {
    const found = get(name);
    if (found !== undefined && typeof found !== type) throw wrong(at(name));
    return found;
  };
  return {
    value: get,
    text(name, most, { mayBeEmpty = false } = {}) {
      const found = get(name);
      if (typeof found !== "string" || found.length > most) throw wrong(at(name));
      if (found === "" && !mayBeEmpty) throw wrong(at(name));
      return found;
    },
    number,
    numbers: (ranges) => {
      const all = Object.entries<NumberRange>(ranges);
      return Object.fromEntries(all.map(([name, range]) => [name, number(name, range)])) as never;
    },
    oneOf(name, allowed) {
      const found = allowed.find((one) => one === get(name));
      if (found === undefined) throw wrong(at(name));
      return found;
    },
    optional: optional as Fields["optional"],
    object: (name) => fieldsOf(get(name), at(name)),
    maybe: (name) => (get(name) === undefined ? undefined : fieldsOf(get(name), at(name))),
    list,
    optionalList: (name) => (get(name) === undefined ? undefined : list(name)),
    wrong: (name, what) => wrong(at(name), what),
  };
}

function isWithin(value: number, { min = -Infinity, max = Infinity, whole }: NumberRange): boolean {
  return value >= min && value <= max && (!whole || Number.isSafeInteger(value));
}

/** «un número entero entre 1 y 30». */
function describeRange({ min, max, whole }: NumberRange): string {
  const kind = whole ? "un número entero" : "un número";
  if (min === undefined)
    return max === undefined ? kind : `${kind} de ${formatNumber(max)} como mucho`;
  if (max === undefined) return `${kind} de ${formatNumber(min)} como poco`;
  return `${kind} entre ${formatNumber(min)} y ${formatNumber(max)}`;
}
