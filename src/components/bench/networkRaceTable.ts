// The race on other networks: the engine beside the fastest PyTorch, with as many threads each.
import { html } from "htl";
import { contestantName } from "./contestantName.js";
import type { BenchReport, BenchRow, NetworkRace } from "../../lib/reports/benchReport.js";
import { formatDecimal } from "../../lib/text/format.js";

const ORIGINAL_BATCH_SIZE = 20;
const descriptions: Record<string, string> = {
  "16/32/64": "Tres convoluciones, de 16, 32 y 64 filtros",
  "32-32-pool-64-pool-128": "Tres convoluciones, de 32, 32 y 64 filtros, y una densa de 128",
  "original with batch normalization": "La original con normalización por lotes",
  "16-16-pool-24-24-pool-32-32":
    "Seis convoluciones normalizadas, de 16, 16, 24, 24, 32 y 32 filtros",
  "32-32-pool-64-64-pool-128": "Cinco convoluciones normalizadas, de 32, 32, 64, 64 y 128 filtros",
  "ResNet-20": "La red residual ResNet-20, de 19 convoluciones normalizadas y sumas de ramas",
};

/** A network of the bench, as a reader knows it. */
export function networkDescription(network: string): string {
  return descriptions[network] ?? network;
}

export function networkRaceTable(networks: NonNullable<BenchReport["networks"]>): HTMLElement {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Otras redes">
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">Red</th>
          <th scope="col">Lote</th>
          <th scope="col">Hilos</th>
          <th scope="col">Motor propio, ms</th>
          <th scope="col">PyTorch más rápido, ms</th>
          <th scope="col">Veces más rápido</th>
        </tr>
      </thead>
      <tbody>
        ${networks.flatMap((race) => race.rows.filter(isEngine).map(bodyRow(race)))}
      </tbody>
    </table>
  </div>`;
}

function isEngine({ contestant }: BenchRow): boolean {
  return contestant.startsWith("engine");
}

function bodyRow({
  network,
  batchSize = ORIGINAL_BATCH_SIZE,
  rows,
}: NetworkRace): (row: BenchRow) => HTMLElement {
  return ({ threads, msPerStep, ratioToPyTorch, peer = "PyTorch" }) => {
    const other = rows.find((row) => row.contestant === peer && row.threads === threads);
    return html`<tr>
      <th scope="row">${networkDescription(network)}</th>
      <td>${batchSize}</td>
      <td>${threads}</td>
      <td>${formatDecimal(msPerStep.median, 2)}</td>
      <td>
        ${other ? formatDecimal(other.msPerStep.median, 2) : "—"}
        ${other && peer !== "PyTorch" ? html`<br /><small>${contestantName(peer)}</small>` : ""}
      </td>
      <td>${ratioToPyTorch === null ? "—" : formatDecimal(ratioToPyTorch, 1)}</td>
    </tr>`;
  };
}
