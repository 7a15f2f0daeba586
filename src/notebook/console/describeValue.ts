// What a value is, in a few Spanish words: the help of a name that a page's cell declares.
import { formatCount, formatInteger } from "../../lib/text/format.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import { isNetwork, isTensor } from "./tensorLike.js";

const MOST_CHARACTERS = 30;
const MOST_KEYS = 4;

/** «una lista de 10», «el número 0,4». Never throws, and computes nothing. */
export function describeValue(value: unknown): string {
  try {
    return typeof value === "object" && value !== null
      ? describeObject(value)
      : describePlain(value);
  } catch {
    return "un objeto"; // a getter or a proxy that fails
  }
}

function describePlain(value: unknown): string {
  switch (typeof value) {
    case "number":
      return `el número ${Number.isFinite(value) ? value.toLocaleString("es", { useGrouping: "always", maximumSignificantDigits: 6 }) : value}`;
    case "bigint":
      return `el número ${String(value)}`;
    case "boolean":
      return value ? "verdadero" : "falso";
    case "string":
      return value.length <= MOST_CHARACTERS
        ? `el texto «${value}»`
        : `un texto de ${formatInteger(value.length)} caracteres`;
    case "function":
      return Function.prototype.toString.call(value).startsWith("class")
        ? "una clase"
        : "una función";
    case "symbol":
      return "un símbolo";
    default:
      return String(value);
  }
}

function describeObject(value: object): string {
  if (isTensor(value)) {
    return value.shape.length === 0
      ? "un tensor de un solo número"
      : `un tensor de forma [${value.shape.join(", ")}]`;
  }
  if (isNetwork(value)) return `una red de ${formatCount(value.layers.length, "capa", "capas")}`;
  if ("applyGradients" in value) return "un optimizador";
  if (isImageSet(value)) return `${formatCount(value.count, "imagen", "imágenes")} con su etiqueta`;
  if (Array.isArray(value)) {
    return value.length === 0 ? "una lista vacía" : `una lista de ${formatInteger(value.length)}`;
  }
  if (ArrayBuffer.isView(value) && "length" in value) {
    return formatCount(Number(value.length), "número", "números");
  }
  if (value instanceof Map) return `un mapa de ${formatInteger(value.size)}`;
  if (value instanceof Set) return `un conjunto de ${formatInteger(value.size)}`;
  if (value instanceof Promise) return "una promesa";
  if (value instanceof Date) return "una fecha";
  if (value instanceof Error) return "un error";
  if (typeof Element === "function" && value instanceof Element) return "un elemento de la página";
  return describeKeys(value);
}

function isImageSet(value: object): value is ImageSet {
  return "images" in value && "labels" in value && "count" in value;
}

function describeKeys(value: object): string {
  const { name } = (value.constructor as typeof Object | undefined) ?? Object;
  const kind = name === "Object" ? "un objeto" : `un ${name}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return name === "Object" ? "un objeto vacío" : kind;
  const shown = keys.length > MOST_KEYS ? keys.slice(0, MOST_KEYS - 1) : keys;
  const rest = keys.length - shown.length;
  const list = new Intl.ListFormat("es").format([...shown, ...(rest > 0 ? [`${rest} más`] : [])]);
  return `${kind} con ${list}`;
}
