// What the reader is told while training goes on: one paragraph for each thing that there is to say.
import { html } from "htl";
import type { Notice } from "../../training/worker/messages.js";

/** Writes the notice into `place`, instead of the one about the same, or takes that away. */
export function showNotice(place: HTMLElement, { about, message }: Notice): void {
  const before = place.querySelector(`[data-about=${about}]`);
  if (before?.textContent === message) return; // a screen reader has said it
  before?.remove();
  if (message !== undefined) {
    place.append(html`<p class="callout" data-about=${about}>${message}</p>`);
  }
}
