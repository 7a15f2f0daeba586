// A picture of some rows and columns with a frame around a window of it; the part of a window that lies beyond the edge,
// in the padding, is not seen.
import { html } from "htl";
import type { Window } from "../../lib/network/instruments/layerWindow.js";

export type FramedPicture = HTMLElement & { frame: (window: Window) => void };

export function framedPicture(
  picture: HTMLElement,
  { rows, columns, label }: { rows: number; columns: number; label?: string },
): FramedPicture {
  const frame = html`<div class="grid-cursor-frame"></div>`;
  const element = html`<div class="framed-picture">${picture}${frame}</div>`;
  if (label !== undefined) {
    element.setAttribute("role", "img");
    element.setAttribute("aria-label", label);
  }
  return Object.assign(element, {
    frame({ top, bottom, left, right }: Window) {
      frame.style.top = percent(top, rows);
      frame.style.left = percent(left, columns);
      frame.style.height = percent(bottom - top, rows);
      frame.style.width = percent(right - left, columns);
    },
  });
}

function percent(length: number, of: number): string {
  return `${(100 * length) / of}%`;
}
