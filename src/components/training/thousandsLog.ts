// The lines that the original prints while it trains, every 1,000 batches, in Spanish. New ones are added
// at the end, which stays in view unless the reader has gone back to look at earlier ones.
import { html } from "htl";
import { formatDecimal } from "../../lib/text/format.js";
import { isMeanOfEpoch, lossMeans } from "../../lib/run/lossMeans.js";
import type { RunHistory } from "../../lib/run/run.js";

export type ThousandsLog = HTMLElement & {
  /** Adds what the history has more; a shorter one, of a run that went back, is written anew. */
  update(history: RunHistory): void;
};

/** Pixels from the end that count as the end. */
const NEAR_END = 8;

/** @param perEpoch batches of an epoch; with fewer than 1,000 there is a line for each epoch */
export function thousandsLog(history: RunHistory, perEpoch?: number): ThousandsLog {
  const log = html`<pre
    class="thousands-log"
    data-copy="none"
    tabindex="0"
    role="region"
    aria-label=${isMeanOfEpoch(perEpoch) ? "Pérdida media de cada época" : "Pérdida media cada 1.000 lotes"}
  ></pre>`;
  let shown = 0;

  function update(history: RunHistory): void {
    const means = lossMeans(history, perEpoch);
    if (means.length === 0) log.textContent = "Aún no hay ninguna media.";
    if (means.length === shown) return;
    if (means.length < shown) shown = 0;
    const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
    if (shown === 0) log.textContent = "";
    const lines = means
      .slice(shown)
      .map(
        ({ epoch, batchInEpoch, loss }) =>
          `Época: ${epoch}, lote: ${batchInEpoch}, pérdida media: ${formatDecimal(loss)}`,
      );
    log.append(shown === 0 ? "" : "\n", lines.join("\n"));
    shown = means.length;
    if (isAtEnd) requestAnimationFrame(() => (log.scrollTop = log.scrollHeight));
  }

  update(history);
  return Object.assign(log, { update });
}
