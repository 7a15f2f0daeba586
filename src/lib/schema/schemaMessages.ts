// What is wrong with data from outside, in Spanish: the field, what was expected there and what came. It turns
// one issue of valibot into a sentence; the schemas say only what is expected.
import type * as v from "valibot";
import { formatExact } from "../text/format.js";

/** Quoted text is cut after so many letters. */
const LONGEST_QUOTE = 60;

/**
 * «run.epochs[0].loss» debería ser un número de 0 como poco, y es −3
 * @param place of the whole value, such as `runs[0].run`; empty where the field alone says enough
 */
export function describeIssue(issue: v.BaseIssue<unknown>, place = ""): string {
  const field = fieldName(place, issue.path ?? []);
  if (issue.input === undefined) return `falta «${field}»`;
  if (issue.type === "raw_check") return `en «${field}», ${issue.message}`; // it says all itself
  return `«${field}» debería ser ${issue.message}, y es ${quote(issue.input)}`;
}

/** What a schema expects that has no words of its own: «una lista», «uno de estos: «sgd», «adam»». */
export function describeExpected({ type, expected }: v.BaseIssue<unknown>): string {
  if (type === "picklist" || type === "literal") return describeOptions(expected ?? "");
  return typeNames[type] ?? "otra cosa";
}

const typeNames: Record<string, string> = {
  string: "un texto",
  number: "un número",
  boolean: "true o false",
  array: "una lista",
  object: "un objeto con campos",
  loose_object: "un objeto con campos",
  record: "un objeto con campos",
  tuple: "una lista",
  instance: "una lista de números",
};

/** valibot writes the choices as `("sgd" | "adam")`. */
function describeOptions(expected: string): string {
  const options = expected.replace(/^\(|\)$/g, "").split(" | ");
  const quoted = options.map((option) => option.replace(/^"(.*)"$/, "«$1»"));
  return quoted.length === 1 ? quoted[0]! : `uno de estos: ${quoted.join(", ")}`;
}

/** `runs[0].run` and `epochs`, 0, `loss` → `runs[0].run.epochs[0].loss`. */
function fieldName(place: string, path: readonly { key?: unknown }[]): string {
  return path.reduce<string>((name, { key }) => {
    if (typeof key === "number") return `${name}[${key}]`;
    return name === "" ? String(key) : `${name}.${String(key)}`;
  }, place);
}

/** A value as a sentence can hold it; numbers to the last digit, lists by their length. */
export function quote(value: unknown): string {
  if (typeof value === "string") {
    return value.length > LONGEST_QUOTE ? `«${value.slice(0, LONGEST_QUOTE)}…»` : `«${value}»`;
  }
  if (typeof value === "number") return formatExact(value);
  if (ArrayBuffer.isView(value)) return `una lista de ${formatExact(lengthOf(value))} números`;
  if (Array.isArray(value)) return `una lista de ${formatExact(value.length)}`;
  return typeof value === "object" && value !== null ? "un objeto" : String(value);
}

function lengthOf(view: ArrayBufferView): number {
  return "length" in view ? (view.length as number) : view.byteLength;
}
