// What is said of one image of the test set: its number, its class and the network's answer.
import type { KnownImages } from "./testSelection.js";
import { formatInteger, formatPercent } from "../../../lib/text/format.js";

export type NamedImages = KnownImages & { names: readonly string[] };

/** «Imagen 12: Abrigo. La red dice Camisa (54 %): error». */
export function describeImage({ names, labels, evaluation }: NamedImages, index: number): string {
  const label = labels[index]!;
  const own = `Imagen ${formatInteger(index)}: ${names[label]!}`;
  if (!evaluation) return own;
  const predicted = evaluation.predictions[index]!;
  const confidence = formatPercent(evaluation.confidences[index]!, 0);
  const verdict = predicted === label ? "acierto" : "error";
  return `${own}. La red dice ${names[predicted]!} (${confidence}): ${verdict}`;
}

/** «12 ✗», under a small picture; the sign only where the network has answered. */
export function shortMark({ labels, evaluation }: KnownImages, index: number): string {
  const number = formatInteger(index);
  if (!evaluation) return number;
  return `${number} ${evaluation.predictions[index] === labels[index] ? "✓" : "✗"}`;
}
