// The images that are nearest to a chosen one, for the network and by their pixels, one row above the other.
import { html } from "htl";
import { type ImageSet, imageAt } from "../../../lib/dataset/dataset.js";
import type { NearRow } from "../../../lib/numbers/nearestRows.js";
import { formatCount, formatInteger } from "../../../lib/text/format.js";
import { imageGrid } from "../../parts/imageGrid.js";

export interface NeighbourRowsOptions {
  /** Number of the chosen image. */
  index: number;
  images: ImageSet;
  names: readonly string[];
  /** How the network's layer is called. */
  layer: string;
  /** Where more is told of an image. */
  linkOf?: (index: number) => string;
}

export function neighbourRows(
  { network, pixels }: { network: readonly NearRow[]; pixels: readonly NearRow[] },
  options: NeighbourRowsOptions,
): HTMLElement {
  return html`<div class="neighbour-rows">
    ${neighbourRow(network, `Para la red (${options.layer})`, options)}
    ${neighbourRow(pixels, "Por sus píxeles", options)}
  </div>`;
}

function neighbourRow(
  near: readonly NearRow[],
  title: string,
  { index, images, names, linkOf }: NeighbourRowsOptions,
): HTMLElement {
  const { labels } = images;
  const same = near.filter(({ row }) => labels[row] === labels[index]).length;
  const numbers = [index, ...near.map(({ row }) => row)];
  const nameOf = (n: number) => names[labels[n]!]!;
  const sign = (n: number) => (labels[n] === labels[index] ? "✓" : "✗");
  const grid = imageGrid(
    numbers.map((n) => imageAt(images, n)),
    {
      columns: 9,
      ...(linkOf && { links: numbers.map(linkOf) }),
      captions: numbers.map((n, i) => (i === 0 ? "La elegida" : `${nameOf(n)} ${sign(n)}`)),
      labels: numbers.map((n) => `Imagen ${formatInteger(n)}: ${nameOf(n)}`),
    },
  );
  const tally = `${formatCount(same, "es", "son")} de la clase de la elegida, ${nameOf(index)}`;
  return html`<section>
    <p class="figure-label"><strong>${title}</strong>: de ${near.length} vecinas, ${tally}.</p>
    ${grid}
  </section>`;
}
