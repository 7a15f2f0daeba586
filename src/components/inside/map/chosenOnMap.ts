// What is said of the image that is chosen on a map: its picture, if it is here, and where more of it is to be seen.
import { html } from "htl";
import { describeImage, type NamedImages } from "../chooser/describeImage.js";
import { imageCanvas } from "../../parts/imageCanvas.js";
import { type ImageSet, imageAt } from "../../../lib/dataset/dataset.js";

export function chosenOnMap(
  index: number | null,
  {
    known,
    images,
    linkOf,
  }: {
    known: NamedImages;
    images: ImageSet | undefined;
    linkOf: ((index: number) => string) | undefined;
  },
): Node | null {
  if (index === null) return null;
  const link = linkOf
    ? html`<br /><a href=${linkOf(index)}>Mírala en «La red por dentro»</a>`
    : null;
  return html`<div class="chosen-garment">
    ${images ? imageCanvas(imageAt(images, index)) : null}
    <p role="status">${describeImage(known, index)}.${link}</p>
  </div>`;
}
