// The number of a test image, as a reader types it or a link brings it.
import { formatInteger } from "../../../lib/text/format.js";
import { parseNumber } from "../../../lib/text/parseNumber.js";

/** A number, or in Spanish what is wrong with it. */
export type ImageNumber = { index: number } | { problem: string };

/** @param count of the test images, of which those that are not here yet may be asked for too */
export function readImageNumber(text: string, count: number): ImageNumber {
  return checkImageNumber(parseNumber(text, { whole: true }), count, text);
}

/** @param typed as it came, to be quoted */
export function checkImageNumber(index: number, count: number, typed = String(index)): ImageNumber {
  if (Number.isInteger(index) && index >= 0 && index < count) return { index };
  const range = `de 0 a ${formatInteger(count - 1)}`;
  const quoted = typed.trim();
  if (quoted === "") return { problem: `Escribe el número de una imagen, ${range}.` };
  return {
    problem: `No hay ninguna imagen «${quoted}»: las de prueba llevan números enteros, ${range}.`,
  };
}
