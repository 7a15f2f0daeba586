// The first page's garments, each with what a network takes it for, how many it gets right, and its ten filters: all
// of it changes while a network learns.
import { html } from "htl";
import { signedCanvas } from "../inside/signedCanvas.js";
import { breakable } from "../parts/breakable.js";
import { imageGrid } from "../parts/imageGrid.js";
import { writeText } from "../parts/writeText.js";
import { classNames } from "../../lib/dataset/classNames.js";
import { imageAt, type ImageSet } from "../../lib/dataset/dataset.js";
import { extentOf } from "../../lib/network/instruments/filterBank.js";
import { formatPercent } from "../../lib/text/format.js";

export interface Verdicts {
  /** What the network takes each of the shown images for, 0–9. */
  predictions: ArrayLike<number>;
  /** 0–1. */
  accuracy: number;
  /** What the accuracy is of: «de las 10.000 fotos de prueba». */
  of: string;
  /** Of the first convolution, [FH,FW,1,K]. */
  filters: Float32Array;
}

export interface GarmentVerdicts {
  element: HTMLElement;
  show: (verdicts: Verdicts) => void;
}

/** Weights of a 3×3 filter of one channel. */
const FILTER_WEIGHTS = 9;

/** @param count of the images, from the first */
export function garmentVerdicts(images: ImageSet, count: number): GarmentVerdicts {
  const captions = Array.from({ length: count }, () => html`<span></span>`);
  const accuracy = html`<dd></dd>`;
  const of = html`<dt></dt>`;
  const filters = html`<ul class="first-filters"></ul>`;
  const element = html`<div class="first-verdicts">
    <div class="first-summary">
      <dl class="training-figures"><div>${of}${accuracy}</div></dl>
      <figure>
        ${filters}
        <figcaption>Sus diez filtros: lo azul resta y lo naranja suma.</figcaption>
      </figure>
    </div>
    ${garments(images, captions)}
  </div>`;
  return {
    element,
    show({ predictions, accuracy: share, of: whole, filters: values }) {
      for (const [i, caption] of captions.entries()) {
        const isRight = predictions[i] === images.labels[i];
        const text = `${classNames[predictions[i]!]!.spanish} ${isRight ? "✓" : "✗"}`;
        if (caption.textContent !== text) caption.replaceChildren(breakable(text));
        caption.className = isRight ? "right" : "wrong";
      }
      writeText(accuracy, formatPercent(share, 1));
      writeText(of, whole);
      filters.replaceChildren(...filterPictures(values));
    },
  };
}

/** The first images of the set, each over its caption, with what to notice. */
function garments(images: ImageSet, captions: readonly HTMLElement[]): HTMLElement {
  const grid = imageGrid(
    captions.map((_, i) => imageAt(images, i)),
    {
      captions,
      labels: captions.map((_, i) => `Foto ${i + 1}: ${classNames[images.labels[i]!]!.spanish}`),
    },
  );
  return html`<figure class="first-garments">
    ${grid}
    <figcaption>
      Fotos que la red no había visto nunca, con lo que cree que son: ✓ si acierta, ✗ si no.
    </figcaption>
  </figure>`;
}

function filterPictures(values: Float32Array): Node[] {
  const K = values.length / FILTER_WEIGHTS;
  const extent = extentOf(values);
  return Array.from({ length: K }, (_, filter) => {
    const weights = Float32Array.from(
      { length: FILTER_WEIGHTS },
      (_, i) => values[i * K + filter]!,
    );
    return html`<li>${signedCanvas(weights, { width: 3, extent })}</li>`;
  });
}
