// The images that are marked on a map: how many, of which classes, and the first of them.
import { html } from "htl";
import { describeImage, type NamedImages, shortMark } from "../chooser/describeImage.js";
import { imageStrip } from "../chooser/imageStrip.js";
import { type ImageSet, imageAt } from "../../../lib/dataset/dataset.js";
import { formatCount, formatInteger } from "../../../lib/text/format.js";

export interface MarkedImagesOptions {
  known: NamedImages;
  /** Undefined: they are not here; they are told in words. */
  images: ImageSet | undefined;
  onPick: (index: number) => void;
}

const TOLD = 12;

/** Nothing where nothing is marked. */
export function markedImages(
  marked: Uint32Array,
  { known, images, onPick }: MarkedImagesOptions,
): Node | null {
  if (marked.length === 0) return null;
  return html`<div class="map-marked">
    <p role="status">${describeMarked(marked, known)}</p>
    ${images ? pictures(marked, { known, images, onPick }) : sentences(marked, known)}
  </div>`;
}

/** «57 prendas marcadas: 30 de Camisa, 27 de Abrigo; la red falla 12». */
export function describeMarked(
  marked: Uint32Array,
  { labels, names, evaluation }: NamedImages,
): string {
  const counts = names.map((name, label) => ({
    name,
    count: marked.reduce((sum, n) => sum + (labels[n] === label ? 1 : 0), 0),
  }));
  const present = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const classes = present.map(({ name, count }) => `${formatInteger(count)} de ${name}`).join(", ");
  const total = formatCount(marked.length, "prenda marcada", "prendas marcadas");
  if (!evaluation) return `${total}: ${classes}.`;
  const wrong = marked.filter((n) => evaluation.predictions[n] !== labels[n]).length;
  return `${total}: ${classes}; la red falla ${formatInteger(wrong)}.`;
}

function pictures(
  marked: Uint32Array,
  { known, images, onPick }: MarkedImagesOptions & { images: ImageSet },
): HTMLElement {
  const strip = imageStrip({
    label: "Prendas marcadas: las flechas las recorren, Intro elige",
    pixelsOf: (index) => imageAt(images, index),
    describe: (index) => ({ label: describeImage(known, index), mark: shortMark(known, index) }),
    onPick,
  });
  strip.show(marked, undefined);
  return strip.element;
}

function sentences(marked: Uint32Array, known: NamedImages): HTMLElement {
  const told = [...marked.subarray(0, TOLD)];
  const rest = marked.length - told.length;
  return html`<ul>
    ${told.map((n) => html`<li>${describeImage(known, n)}.</li>`)}
    ${rest > 0 ? html`<li>Y ${formatInteger(rest)} más.</li>` : null}
  </ul>`;
}
