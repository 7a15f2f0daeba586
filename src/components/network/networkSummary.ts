// The layers of a network as a table: shape that leaves each one and numbers that it learns.
import { html } from "htl";
import { formatInteger } from "../../lib/text/format.js";
import type { LayerRow } from "../../lib/network/describeLayers.js";

/** @param rows as `describeLayers` gives them */
export function networkSummary(rows: readonly LayerRow[]): HTMLElement {
  const total = rows.reduce((sum, { parameters }) => sum + parameters, 0);
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Capas de la red">
    <table class="network-summary">
      <thead>
        <tr>
          <th scope="col">Capa</th>
          <th scope="col">Qué hace</th>
          <th scope="col">Forma de salida</th>
          <th scope="col" class="number">Parámetros</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, type, outputShape, parameters }) => html.fragment`<tr>
            <th scope="row"><code>${name}</code></th>
            <td>${type}</td>
            <td>${formatShape(outputShape)}</td>
            <td class="number">${formatInteger(parameters)}</td>
          </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="3">Total</th>
          <td class="number">${formatInteger(total)}</td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}

/** [26,26,10] → «26 × 26 × 10». */
export function formatShape(shape: readonly number[]): string {
  return shape.join(" × ");
}
