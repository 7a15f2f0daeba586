// Says which filters or neurons of a layer no image lights up.
import { html } from "htl";
import { formatInteger, formatPercent } from "../../lib/text/format.js";

export interface DeadUnitsOptions {
  /** The layer's name. */
  layer: string;
  /** How many were shown to it. */
  images: number;
}

/** @param units the part of the images that lights each one up, 0–1, in order */
export function deadUnits(
  units: readonly { activeShare: number }[],
  { layer, images }: DeadUnitsOptions,
): HTMLElement {
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
