// Whether the weights that the reader's machine computed are, bit for bit, those of the repository.
import { html } from "htl";
import { threadCount } from "./contestantName.js";
import type { Measurement } from "../../training/measure/measureTrainers.js";

const SHOWN_DIGITS = 16;

/** @param expected the SHA-256 that the repository keeps of the same steps */
export function bitsNote(measurements: readonly Measurement[], expected: string): HTMLElement {
  const lines = measurements.map(({ threads, weightsSha256 }) => {
    const equal = weightsSha256 === expected;
    return html`<li>
      Con ${threadCount(threads)}: <code>${weightsSha256.slice(0, SHOWN_DIGITS)}…</code>
      <span class=${equal ? "good" : "bad"}
        >${equal ? "✓ la misma" : "✗ otra: este navegador redondea de otra manera"}</span
      >
    </li>`;
  });
  return html`<div class="bits-note">
    <p>La huella que guarda este cuaderno es <code>${expected.slice(0, SHOWN_DIGITS)}…</code></p>
    ${
      lines.length > 0
        ? html`<ul>
            ${lines}
          </ul>`
        : html`<p class="empty">Haz la medida de arriba y aquí aparecerá la tuya.</p>`
    }
  </div>`;
}
