// A result with the caption that says what to notice in it.
import { html } from "htl";

/** A `<figure>` around what another component made. */
export function figure(content: Node, { caption }: { caption: string | Node }): HTMLElement {
  return html`<figure>
    ${content}
    <figcaption>${caption}</figcaption>
  </figure>`;
}
