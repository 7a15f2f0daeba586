// A value as a line of a cell's console: everything in it down to some depth, tensors with their first
// numbers. The formatting is @vitest/pretty-format's; here stands what it does not know.
import { format, type NewPlugin, type Printer } from "@vitest/pretty-format";
import { formatCount } from "../../lib/text/format.js";
import { isNetwork, isTensor } from "./tensorLike.js";

const MOST_ITEMS = 20;
const MOST_DEPTH = 4;
/** The most numbers of a tensor that are read for this; on a graphics card they would have to be fetched. */
const MOST_READ = 1_000_000;
const FIRST_VALUES = 6;
const MOST_CHARACTERS = 5000;

/** Never throws. */
export function inspectValue(value: unknown): string {
  try {
    const text = format(value, {
      min: true,
      maxWidth: MOST_ITEMS,
      maxDepth: MOST_DEPTH,
      escapeString: false,
      plugins: [tensors, layers, typedArrays, functions, promises, elements, instances],
    });
    return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  } catch {
    return Object.prototype.toString.call(value); // a getter or a proxy that fails
  }
}

/** A plugin for the values that `show` gives a text for. */
function plugin(show: (value: object) => string | undefined): NewPlugin {
  return {
    test: (value: unknown) => isObject(value) && show(value) !== undefined,
    serialize: (value: object) => show(value)!,
  };
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** `Tensor float32 [2, 3]: 1, 2, 3, 4, 5, 6`. */
const tensors = plugin((value) => {
  if (!isTensor(value)) return undefined;
  const text = `Tensor ${value.dtype} [${value.shape.join(", ")}]`;
  if (value.isDisposed) return `${text}, ya liberado`;
  if (value.size > MOST_READ) return text;
  const values = value.dataSync();
  return `${text}: ${list(values, FIRST_VALUES)}`;
});

/** `Conv2D «conv1»`; a network as well. */
const layers = plugin((value) => {
  if (!("getClassName" in value) || !("getWeights" in value)) return undefined;
  const { name } = value as { name?: string };
  const text = `${(value.getClassName as () => string)()} «${name ?? ""}»`;
  return isNetwork(value) ? `${text}, ${formatCount(value.layers.length, "capa", "capas")}` : text;
});

/** `Float32Array(784) [0, 0.5, …]`. */
const typedArrays = plugin((value) => {
  if (!ArrayBuffer.isView(value) || value instanceof DataView) return undefined;
  const values = value as Float32Array;
  return `${value.constructor.name}(${values.length}) [${list(values, MOST_ITEMS)}]`;
});

function list(values: ArrayLike<number | string>, most: number): string {
  const shown = Array.from({ length: Math.min(most, values.length) }, (_, i) => values[i]!);
  const texts = values instanceof Float32Array ? shown.map(shortest) : shown;
  return `${texts.join(", ")}${values.length > most ? ", …" : ""}`;
}

/** The shortest text of a number of single precision: 0.1, not 0.10000000149011612. */
function shortest(value: number | string): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = Number(value).toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(value);
}

const functions = plugin((value) => {
  if (typeof value !== "function") return undefined;
  const { name } = value as { name: string };
  const kind = Function.prototype.toString.call(value).startsWith("class") ? "clase" : "función";
  return name === "" ? kind : `${kind} ${name}`;
});

const promises = plugin((value) =>
  value instanceof Promise ? "Promise (su valor se espera con «await»)" : undefined,
);

/** `<p class="nota">…</p>`. */
const elements = plugin((value) => {
  if (typeof Element !== "function" || !(value instanceof Element)) return undefined;
  const { outerHTML } = value.cloneNode(false) as Element;
  return value.childNodes.length > 0 ? outerHTML.replace("></", ">…</") : outerHTML;
});

/** Objects of a class, whose name would be left out. */
const instances: NewPlugin = {
  test: (value: unknown) =>
    Object.prototype.toString.call(value) === "[object Object]" &&
    !["Object", undefined].includes(nameOfClass(value as object)),
  serialize(value: object, config, indentation, depth, refs, print: Printer) {
    if (refs.includes(value)) return "[Circular]";
    const name = nameOfClass(value)!;
    return `${name} ${print({ ...value }, config, indentation, depth, [...refs, value])}`;
  },
};

function nameOfClass(value: object): string | undefined {
  return (value.constructor as { name?: string } | undefined)?.name;
}
