// One of the images of a figure, with what it is below it.
import { html } from "htl";

export function figurePart(content: Node, label: string): HTMLElement {
  return html`<div>
    ${content}
    <p class="figure-label">${label}</p>
  </div>`;
}
