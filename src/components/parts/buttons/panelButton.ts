import { html } from "htl";

/** A button of a panel; `className` says how much it stands out. */
export function panelButton(label: string, onclick: () => void, className = ""): HTMLButtonElement {
  return html`<button type="button" class=${className} onclick=${onclick}>
    ${label}
  </button>` as HTMLButtonElement;
}
