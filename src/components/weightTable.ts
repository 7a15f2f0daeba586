// The weights of a network by name: shape, how many, and between which values they lie.
import * as d3 from "d3";
import { html } from "htl";
import { formatDecimal, formatInteger } from "../lib/format.js";
import type { FileTensor } from "../lib/safetensors.js";

export function weightTable(tensors: Record<string, FileTensor>): HTMLElement {
  const entries = Object.entries(tensors);
  const total = d3.sum(entries, ([, { values }]) => values.length);
  const rows = entries.map(([name, { shape, values }]) => {
    const [min, max] = d3.extent(values) as [number, number];
    return html`<tr>
      <th scope="row"><code>${name}</code></th>
      <td>[${shape.join(", ")}]</td>
      <td class="number">${formatInteger(values.length)}</td>
      <td class="number">${formatDecimal(min)}</td>
      <td class="number">${formatDecimal(max)}</td>
    </tr>`;
  });
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Pesos del modelo">
    <table class="weight-table">
      <caption>
        ${formatInteger(total)} números en ${entries.length} grupos
      </caption>
      <thead>
        <tr>
          <th scope="col">Nombre</th>
          <th scope="col">Forma</th>
          <th scope="col" class="number">Números</th>
          <th scope="col" class="number">Mínimo</th>
          <th scope="col" class="number">Máximo</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
