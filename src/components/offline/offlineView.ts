// Shows a state of the panel that keeps the site: buttons, progress, what is there and what went wrong.
import { html } from "htl";
import { panelButton } from "../parts/buttons/panelButton.js";
import { progressBar } from "../parts/progressBar.js";
import { writeText } from "../parts/writeText.js";
import { keepLabel, offlineProgress, offlineStatus } from "./describeOffline.js";
import { isAll, type OfflineEvent, type OfflineState, wholeOf } from "./offlineMachine.js";
import { formatBytes } from "../../lib/text/format.js";

export interface OfflineView {
  element: HTMLElement;
  show: (state: OfflineState) => void;
}

/** @param ask told what the reader wants */
export function offlineView(ask: (event: OfflineEvent) => void): OfflineView {
  const label = "Disponible sin conexión";
  const controls = html`<div class="work-controls"></div>`;
  const bar = progressBar({ label });
  const amount = html`<p class="work-amount"></p>`;
  const progress = html`<div hidden>${bar.element}${amount}</div>`;
  const status = html`<p class="work-status" role="status"></p>`;
  const alert = html`<p class="work-alert" role="alert"></p>`;
  const element = html`<div
    class="work-panel offline-panel"
    role="group"
    tabindex="-1"
    aria-label=${label}
  >
    ${controls}${progress}${status}${alert}
  </div>`;
  let shown: string | undefined;
  return {
    element,
    show(state) {
      const next = buttons(state, ask);
      const labels = next.map(({ textContent }) => textContent).join();
      if (labels !== shown) {
        const hadFocus = controls.contains(document.activeElement);
        controls.replaceChildren(...next);
        if (hadFocus) (controls.querySelector("button") ?? element).focus();
        shown = labels;
      }
      progress.hidden = state.phase !== "keeping" && state.phase !== "cancelling";
      if ("kept" in state) {
        const { ratio, text } = offlineProgress(state.kept);
        bar.set(Math.min(1, ratio), text);
        amount.textContent = text;
      }
      writeText(status, offlineStatus(state));
      writeText(alert, state.phase === "resting" ? state.problem : "");
    },
  };
}

function buttons(state: OfflineState, ask: (event: OfflineEvent) => void): HTMLElement[] {
  const button = (text: string, type: "keepAsked" | "cancelAsked" | "removeAsked", style = "") =>
    panelButton(
      text,
      () => {
        ask({ type });
      },
      style,
    );
  if (state.phase === "keeping") return [button("Cancelar", "cancelAsked")];
  if (state.phase !== "resting") return [];
  const { kept } = state;
  const { keptBytes } = wholeOf(kept);
  const isWhole = isAll(kept.pages) && isAll(kept.images);
  return [
    ...(isWhole ? [] : [button(keepLabel(kept), "keepAsked", "primary")]),
    ...(keptBytes > 0
      ? [button(`Quitar de este navegador (${formatBytes(keptBytes)})`, "removeAsked")]
      : []),
  ];
}
