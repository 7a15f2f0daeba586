// The weights of a network by name: shape, how many, and between which values they lie.
import * as d3 from "d3";
import { html } from "htl";
import { scrollableTable } from "../parts/scrollableTable.js";
import { formatDecimal, formatInteger } from "../../lib/text/format.js";
import type { FileTensor } from "../../lib/files/safetensors.js";

export function weightTable(tensors: Record<string, FileTensor>): HTMLElement {
  const entries = Object.entries(tensors);
  const total = d3.sum(entries, ([, { values }]) => values.length);
  const rows = entries.map(([name, { shape, values }]) => {
    const [min, max] = d3.extent(values) as [number, number];
    return html`<tr>
      <th scope="row"><code>${name}</code></th>
      <td>[${shape.join(", ")}]</td>
      <td>${formatInteger(values.length)}</td>
      <td>${formatDecimal(min)}</td>
      <td>${formatDecimal(max)}</td>
    </tr>`;
  });
  return scrollableTable({
    label: "Pesos del modelo",
    caption: `${formatInteger(total)} números en ${entries.length} grupos`,
    columns: ["Nombre", "Forma", "Números", "Mínimo", "Máximo"],
    rows,
  });
}
