// Several contents of which one is seen: the tabs of WAI-ARIA's patterns. The arrows go along and show.
import { html } from "htl";

export interface Tab {
  label: string;
  content: HTMLElement;
}

/** @param label names the row of tabs; the first is open */
export function tabs(label: string, entries: readonly Tab[]): HTMLElement {
  const buttons = entries.map(
    (entry, i) =>
      html`<button
        type="button"
        role="tab"
        onclick=${() => {
          open(i);
        }}
      >
        ${entry.label}
      </button>`,
  );
  const panels = entries.map(
    (entry) => html`<div role="tabpanel" aria-label=${entry.label}>${entry.content}</div>`,
  );
  function open(chosen: number): void {
    for (const [i, button] of buttons.entries()) {
      button.setAttribute("aria-selected", String(i === chosen));
      button.tabIndex = i === chosen ? 0 : -1;
      panels[i]!.hidden = i !== chosen;
    }
  }
  const row = html`<div class="tabs" role="tablist" aria-label=${label}>${buttons}</div>`;
  row.addEventListener("keydown", (event) => {
    const current = buttons.findIndex((button) => button.tabIndex === 0);
    const next = keyTarget(event.key, current, buttons.length);
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    open(next);
    buttons[next]!.focus();
  });
  open(0);
  return html`<div>${row}${panels}</div>`;
}

/** Where a key leads; undefined for a key that is not ours. */
function keyTarget(key: string, current: number, count: number): number | undefined {
  const targets: Record<string, number> = {
    ArrowRight: (current + 1) % count,
    ArrowLeft: (current + count - 1) % count,
    Home: 0,
    End: count - 1,
  };
  return targets[key];
}
