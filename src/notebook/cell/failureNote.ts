import { html } from "htl";
import type { CellError } from "../errors/explainError.js";

/** What went wrong in a cell, what to try, and the message as it came. */
export function failureNote({ message, hint, original, line }: CellError): HTMLElement {
  return html`<div>
    <p><strong>${message}</strong>${line === undefined ? "" : ` (línea ${line})`}</p>
    ${hint === undefined ? "" : html`<p>${hint}</p>`}
    ${original === undefined ? "" : html`<p class="cell-original">El mensaje original: <code lang="en">${original}</code></p>`}
  </div>`;
}
