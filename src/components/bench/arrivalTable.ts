// How each page arrives on a phone far from the host, and the slowest of them in a sentence.
import { html } from "htl";
import { scrollableTable } from "../parts/scrollableTable.js";
import type { LoadReport, PageArrival } from "../../lib/reports/loadReport.js";
import { formatDecimal, formatInteger } from "../../lib/text/format.js";

const COLUMNS = [
  "Página",
  "Nota",
  "Primera pantalla, s",
  "Todo quieto, s",
  "Desde otra, s",
  "Salto",
  "Bloqueo, ms",
  "Peticiones",
  "kB",
];

export function arrivalTable({ pages }: LoadReport): HTMLElement {
  return scrollableTable({
    label: "Cómo llega cada página",
    columns: COLUMNS,
    rows: pages.map(row),
  });
}

/** Of the report's first screens, requests and bytes, the worst of all pages. */
export function describeArrival({ pages }: LoadReport): string {
  const most = (of: (page: PageArrival) => number) => Math.max(...pages.map(of));
  return (
    `La primera pantalla está completa, figuras incluidas, en ${seconds(most((page) => page.firstScreenMs))} s como mucho; ` +
    `ninguna página pide más de ${formatInteger(most((page) => page.requests))} archivos ` +
    `ni más de ${formatInteger(most((page) => page.kilobytes))} kB antes de que la toques. ` +
    "«Nota» es la velocidad de Lighthouse, de 0 a 100; «salto», cuánto se mueve lo que ya se leía."
  );
}

function row(arrival: PageArrival): HTMLElement {
  const { page, performance, firstScreenMs, settledMs, secondMs } = arrival;
  const { layoutShift, blockingMs, requests, kilobytes } = arrival;
  const address = page === "index" ? "./" : `./${page}.html`;
  return html`<tr>
    <th scope="row"><a href=${address}>${page === "index" ? "inicio" : page}</a></th>
    <td>${performance}</td>
    <td>${seconds(firstScreenMs)}</td>
    <td>${seconds(settledMs)}</td>
    <td>${formatDecimal(secondMs / 1000, 2)}</td>
    <td>${formatDecimal(layoutShift, 2)}</td>
    <td>${formatInteger(blockingMs)}</td>
    <td>${requests}</td>
    <td>${kilobytes}</td>
  </tr>`;
}

function seconds(milliseconds: number): string {
  return formatDecimal(milliseconds / 1000, 1);
}
