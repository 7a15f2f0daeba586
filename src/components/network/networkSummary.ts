// The layers of a network as a table: the shape that leaves each one, the numbers that it learns, and how often it
// multiplies one of them by what it is given.
import { html } from "htl";
import { formatInteger } from "../../lib/text/format.js";
import { type LayerRow, layerTotals } from "../../lib/network/describeLayers.js";

/** @param rows as `describeLayers` gives them */
export function networkSummary(rows: readonly LayerRow[]): HTMLElement {
  const total = layerTotals(rows);
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Capas de la red">
    <table class="network-summary">
      <thead>
        <tr>
          <th scope="col">Capa</th>
          <th scope="col">Qué hace</th>
          <th scope="col">Forma de salida</th>
          <th scope="col" class="number">Parámetros</th>
          <th scope="col" class="number">Multiplica&shy;ciones</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, type, outputShape, parameters, multiplications }) => html.fragment`<tr>
            <th scope="row"><code>${name}</code></th>
            <td>${type}</td>
            <td>${formatShape(outputShape)}</td>
            <td class="number">${formatInteger(parameters)}</td>
            <td class="number">${formatInteger(multiplications)}</td>
          </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="3">Total</th>
          <td class="number">${formatInteger(total.parameters)}</td>
          <td class="number">${formatInteger(total.multiplications)}</td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}

/** [26,26,10] → «26 × 26 × 10». */
export function formatShape(shape: readonly number[]): string {
  return shape.join(" × ");
}
