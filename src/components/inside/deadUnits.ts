// Says which filters or neurons of a layer no image lights up.
import { html } from "htl";
import { formatInteger, formatPercent } from "../../lib/text/format.js";

export interface DeadUnitsOptions {
  /** The layer's name. */
  layer: string;
  /** How many were shown to it. */
  images: number;
}

/**
 * @param units in order: the part of the images that lights each one up, 0–1, and its least number; where one is below
 * zero, no ReLU has passed over the layer, and nothing can be dead
 */
export function deadUnits(
  units: readonly { activeShare: number; least: number }[],
  { layer, images }: DeadUnitsOptions,
): HTMLElement {
  if (units.some(({ least }) => least < 0)) {
    return html`<p class="callout">
      Por ${layer} no pasa ninguna ReLU: sus números pueden ser negativos, y aquí nadie se queda a
      cero.
    </p>`;
  }
  const dead = units.flatMap(({ activeShare }, unit) => (activeShare === 0 ? [unit] : []));
  const [rarest] = [...units.keys()].sort((a, b) => units[a]!.activeShare - units[b]!.activeShare);
  const share = formatPercent(units[rarest!]!.activeShare, 1);
  const list = new Intl.ListFormat("es").format(dead.map(String));
  const amount = formatInteger(images);
  return html`<p class="callout">
    ${
      dead.length === 0
        ? `En ${layer} no hay ninguno muerto: cada uno de los ${units.length} se enciende con alguna de las ${amount} imágenes. El que menos, el ${rarest}, con el ${share}.`
        : `En ${layer}, de ${units.length}, no ${dead.length === 1 ? "se enciende con ninguna imagen el" : "se encienden con ninguna imagen los"} ${list} (${amount} imágenes).`
    }
  </p>`;
}
