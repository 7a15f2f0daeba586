// What the map shows of the classes, in words and numbers: which lie together, and which run into each other.
import { html } from "htl";
import type { ClassCentre } from "../../../lib/network/instruments/classCentres.js";
import { scrollableTable } from "../../parts/scrollableTable.js";
import { formatDecimal, formatPercent } from "../../../lib/text/format.js";

export function classCentreTable(
  centres: readonly ClassCentre[],
  names: readonly string[],
): HTMLElement {
  return scrollableTable({
    label: "Los centros de las clases",
    columns: [
      "Clase",
      "Centro más cercano",
      "A qué distancia",
      "Dispersión",
      "En terreno de otra",
      "Sobre todo de",
    ],
    rows: centres.map(
      ({ nearest, distance, spread, outside, invader }, label) => html.fragment`<tr>
        <th scope="row">${names[label]}</th>
        <td>${names[nearest]}</td>
        <td>${formatDecimal(distance, 1)}</td>
        <td>${formatDecimal(spread, 1)}</td>
        <td>${formatPercent(outside, 0)}</td>
        <td>${invader === undefined ? "ninguna" : names[invader]}</td>
      </tr>`,
    ),
  });
}
