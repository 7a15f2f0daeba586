// The signs of the buttons, drawn: as characters, some machines have no glyph for them.
import { svg } from "htl";

const paths = {
  play: "M4 2.5 13 8 4 13.5Z",
  pause: "M4 2.5h3v11H4ZM9 2.5h3v11H9Z",
} as const;

/** As tall as the text beside it, of its colour; without a name, since that text has it. */
export function icon(name: keyof typeof paths): SVGElement {
  return svg`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${paths[name]}></svg>`;
}
