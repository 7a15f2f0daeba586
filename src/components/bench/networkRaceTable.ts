// The race on other networks: the engine beside PyTorch, with as many threads each.
import { html } from "htl";
import type { BenchReport, BenchRow } from "../../lib/reports/benchReport.js";
import { formatDecimal } from "../../lib/text/format.js";

const descriptions: Record<string, string> = {
  "16/32/64": "Tres convoluciones, de 16, 32 y 64 filtros",
  "32-32-pool-64-pool-128": "Tres convoluciones, de 32, 32 y 64 filtros, y una densa de 128",
  "original with batch normalization": "La original con normalización por lotes",
};

export function networkRaceTable(networks: NonNullable<BenchReport["networks"]>): HTMLElement {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Otras redes">
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">Red</th>
          <th scope="col">Hilos</th>
          <th scope="col">Motor propio, ms</th>
          <th scope="col">PyTorch, ms</th>
          <th scope="col">Veces más rápido</th>
        </tr>
      </thead>
      <tbody>
        ${networks.flatMap(({ network, rows }) => rows.filter(isEngine).map(bodyRow(network, rows)))}
      </tbody>
    </table>
  </div>`;
}

function isEngine({ contestant }: BenchRow): boolean {
  return contestant.startsWith("engine");
}

function bodyRow(network: string, rows: readonly BenchRow[]): (row: BenchRow) => HTMLElement {
  return ({ threads, msPerStep, ratioToPyTorch }) => {
    const peer = rows.find((row) => row.contestant === "PyTorch" && row.threads === threads);
    return html`<tr>
      <th scope="row">${descriptions[network] ?? network}</th>
      <td>${threads}</td>
      <td>${formatDecimal(msPerStep.median, 2)}</td>
      <td>${peer ? formatDecimal(peer.msPerStep.median, 2) : "—"}</td>
      <td>${ratioToPyTorch === null ? "—" : formatDecimal(ratioToPyTorch, 1)}</td>
    </tr>`;
  };
}
