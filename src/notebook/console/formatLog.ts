// The text that the console makes of what a cell prints.
import { inspectValue } from "./inspectValue.js";

/** One text: a first argument with %s, %d, %i, %f, %j, %o or %O takes the next ones in. */
export function formatLog(values: readonly unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== "string") return values.map(describe).join(" ");
  const text = first.replaceAll(/%([sdifjoOc%])/g, (directive, letter: string) => {
    if (letter === "%") return "%";
    return rest.length === 0 ? directive : (directives[letter]!(rest.shift()) ?? "");
  });
  return [text, ...rest.map(describe)].join(" ");
}

const directives: Record<string, (value: unknown) => string | undefined> = {
  s: describe,
  d: (value) => String(toNumber(value)),
  i: (value) => String(Math.trunc(toNumber(value))),
  f: (value) => String(toNumber(value)),
  j: inspectValue,
  o: inspectValue,
  O: inspectValue,
  c: () => undefined, // a style
};

function toNumber(value: unknown): number {
  return typeof value === "symbol" ? Number.NaN : Number(value);
}

/** A text stands as it is, an error as it says itself. */
function describe(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return inspectValue(value);
}
