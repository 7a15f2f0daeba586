// Images in a grid, each with its caption: ten a row, or five on a phone.
import { html } from "htl";
import { imageCanvas } from "./imageCanvas.js";
import { breakable } from "./breakable.js";

export interface ImageGridOptions {
  /** Under each image. */
  captions?: readonly (string | Node)[];
  /** Text alternatives; the image's number and caption if left out. */
  labels?: readonly string[];
  /** Where each image leads to; without one it is no link. */
  links?: readonly (string | undefined)[];
  /** On a wide page; a narrow one has half as many. */
  columns?: number;
  /** The values painted black and white. */
  domain?: readonly [number, number];
}

/** A list of square grey images. */
export function imageGrid(
  images: readonly ArrayLike<number>[],
  {
    captions = [],
    labels = [],
    links = [],
    columns = 10,
    domain = [0, 255],
  }: ImageGridOptions = {},
): HTMLElement {
  const items = images.map((image, i) => {
    const caption = captions[i];
    const text = typeof caption === "string" ? caption : caption?.textContent;
    const label = labels[i] ?? (text ? `Imagen ${i + 1}: ${text}` : `Imagen ${i + 1}`);
    const width = Math.sqrt(image.length);
    const link = links[i];
    return html`<li>
      ${
        link === undefined
          ? imageCanvas(image, { width, domain, label })
          : html`<a href=${link} aria-label=${label}>${imageCanvas(image, { width, domain })}</a>`
      }
      ${caption === undefined ? null : html`<span class="image-caption">${captionOf(caption)}</span>`}
    </li>`;
  });
  const list = html`<ul class="image-grid">
    ${items}
  </ul>`;
  list.style.setProperty("--columns", String(columns));
  list.style.setProperty("--narrow-columns", String(Math.ceil(columns / 2)));
  return list;
}

function captionOf(caption: string | Node): Node | string {
  return typeof caption === "string" ? breakable(caption) : caption;
}
