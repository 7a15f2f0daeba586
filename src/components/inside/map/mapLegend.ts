// The legend of the map: the shape and the colour of each group, and how many points it has. Pressed, a group is
// called for, and the others fade.
import { html, svg } from "htl";
import type { Group } from "./mapColours.js";
import { shapePath } from "./pointShapes.js";
import { formatInteger } from "../../../lib/text/format.js";

/** @param called the place of the group that is called for */
export function mapLegend(
  groups: readonly Group[],
  { called, onCall }: { called: number | undefined; onCall: (group: number | undefined) => void },
): HTMLElement {
  const items = groups.map((group, i) => {
    const isCalled = called === i;
    return html`<li>
      <button
        type="button"
        aria-pressed=${String(isCalled)}
        onclick=${() => {
          onCall(isCalled ? undefined : i);
        }}
      >
        ${shapeIcon(group)} ${group.name}
        <span class="map-count">${formatInteger(group.count)}</span>
      </button>
    </li>`;
  });
  return html`<ul class="map-legend" aria-label="Leyenda: pulsa un grupo para verlo solo">
    ${items}
  </ul>`;
}

function shapeIcon({ shape, color }: Group): SVGElement {
  const { d, isLine } = shapePath(shape, 5);
  const style = isLine
    ? `fill: none; stroke: var(${color}); stroke-width: 2.2`
    : `fill: var(${color})`;
  return svg`<svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true"><path d=${d} style=${style}></path></svg>`;
}
