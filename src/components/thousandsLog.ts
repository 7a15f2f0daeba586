// The lines that the original prints while it trains, every 1,000 batches, in Spanish.
import { html } from "htl";
import { formatDecimal } from "../lib/format.js";
import type { RunHistory } from "../lib/run.js";

export function thousandsLog({ thousands }: RunHistory): HTMLElement {
  const lines = thousands.map(
    ({ epoch, batchInEpoch, loss }) =>
      `Época: ${epoch}, lote: ${batchInEpoch}, pérdida media: ${formatDecimal(loss)}`,
  );
  const text = lines.length > 0 ? lines.join("\n") : "Aún no hay 1.000 lotes en una época.";
  const log = html`<pre
    class="thousands-log"
    data-copy="none"
    tabindex="0"
    role="region"
    aria-label="Pérdida media cada 1.000 lotes"
  >
${text}</pre>`;
  requestAnimationFrame(() => {
    log.scrollTop = log.scrollHeight;
  });
  return log;
}
