// The loss before and after one step, and whether it went down; told in words, not only by colour.
import { html } from "htl";
import { formatDecimal, formatNumber } from "../../lib/text/format.js";

/** @param losses of the same images, in nats; `after` may not be finite */
export function stepResult({ before, after }: { before: number; after: number }): HTMLElement {
  const change = after / before - 1;
  const better = after < before;
  const write = (loss: number) => (Number.isFinite(loss) ? formatDecimal(loss, decimals) : "—");
  const decimals = [4, 5].find((count) => before.toFixed(count) !== after.toFixed(count)) ?? 6;
  const text = Number.isFinite(after)
    ? `${better ? "↓ Ha bajado" : "↑ Ha subido"} un ${formatNumber(Number(Math.abs(100 * change).toPrecision(2)))}\u00a0%`
    : "↑ Se ha disparado: ya no es un número";
  return html`<dl class="step-result" aria-live="polite">
    <div>
      <dt>Antes</dt>
      <dd>${write(before)}</dd>
    </div>
    <div>
      <dt>Después</dt>
      <dd>${write(after)}</dd>
    </div>
    <div>
      <dt>Cambio</dt>
      <dd class=${better ? "good" : "bad"}>${text}</dd>
    </div>
  </dl>`;
}
