// Reads the fields of a value of unknown origin; what is not as expected is told by its place.
import { FileFormatError } from "./safetensors.js";

export interface Fields {
  value(name: string): unknown;
  /** A string of 1 to `most` letters. */
  text(name: string, most: number, options?: { mayBeEmpty?: boolean }): string;
  number(name: string): number;
  /** An integer of 0 or more. */
  whole(name: string, most?: number): number;
  numbers<Name extends string>(...names: Name[]): Record<Name, number>;
  oneOf<Value extends string>(name: string, allowed: readonly Value[]): Value;
  optional(name: string, type: "string"): string | undefined;
  optional(name: string, type: "boolean"): boolean | undefined;
  object(name: string): Fields;
  maybe(name: string): Fields | undefined;
  list(name: string): Fields[];
  optionalList(name: string): Fields[] | undefined;
  /** The error for this field. */
  wrong(name: string): FileFormatError;
}

export function wrong(place: string): FileFormatError {
  return new FileFormatError(`El archivo está dañado: «${place}» no es lo que debería.`);
}

/** @param place of the value in the file, for the messages */
export function fieldsOf(value: unknown, place: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(place);
  const record = value as Record<string, unknown>;
  const get = (name: string) => (Object.hasOwn(record, name) ? record[name] : undefined);
  const at = (name: string) => `${place}.${name}`;
  const number = (name: string) => {
    const found = get(name);
    if (typeof found !== "number" || !Number.isFinite(found)) throw wrong(at(name));
    return found;
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
    whole(name, most = Number.MAX_SAFE_INTEGER) {
      const found = number(name);
      if (!Number.isSafeInteger(found) || found < 0 || found > most) throw wrong(at(name));
      return found;
    },
    numbers: (...names) => Object.fromEntries(names.map((name) => [name, number(name)])) as never,
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
    wrong: (name) => wrong(at(name)),
  };
}
