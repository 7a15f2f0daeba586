// The garment that is chosen, large, and what is known of it.
import { html } from "htl";
import { describeImage, type NamedImages } from "./describeImage.js";
import type { Garment } from "../../../lib/dataset/garment.js";
import { imageCanvas, paintImage } from "../../parts/imageCanvas.js";

export function chosenGarment(images: NamedImages): {
  element: HTMLElement;
  show: (garment: Garment) => void;
} {
  const canvas = imageCanvas(new Uint8Array(28 * 28));
  const text = html`<p role="status"></p>`;
  return {
    element: html`<div class="chosen-garment">${canvas}${text}</div>`,
    show(garment) {
      paintImage(canvas, garment.pixels);
      text.textContent = describeGarment(images, garment);
    },
  };
}

const made = {
  test: "Una imagen de prueba",
  drawn: "Tu dibujo",
  file: "La imagen que has traído",
  camera: "Tu foto",
} as const;

function describeGarment(images: NamedImages, { index, origin }: Garment): string {
  if (index !== undefined) return `${describeImage(images, index)}.`;
  return `${made[origin]}, como la verá la red. Qué es de verdad solo lo sabes tú.`;
}
