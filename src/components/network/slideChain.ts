// The sizes that an image's side has on its way through a network's convolutions and poolings, one row a layer.
import { html } from "htl";
import { describeSlide, drawSlide } from "./slideFigure.js";
import type { LayerGeometry } from "../../lib/network/instruments/layerGeometry.js";

/** Of the layers whose windows slide without padding. */
export function slideChain(layers: readonly LayerGeometry[]): HTMLElement {
  const sliding = layers.filter(
    ({ size, padding, kind }) => size[0] > 1 && padding[0] === 0 && kind !== "dense",
  );
  const rows = sliding.map(({ name, input, size, stride }) => {
    const slide = { length: input[0], size: size[0], stride: stride[0] };
    return html`<li>
      <p class="figure-label"><code>${name}</code> ${describeSlide(slide)}</p>
      <div class="slide-drawing">${drawSlide(slide)}</div>
    </li>`;
  });
  return html`<ol class="slide-chain">
    ${rows}
  </ol>`;
}
