// What the reader draws with: how thick, and how dark.
import { html } from "htl";
import { formatDecimal } from "../../../lib/text/format.js";

export interface Brush {
  /** Pixels of the paper. */
  width: number;
  /** 0 is black, 255 as white as the paper. */
  grey: number;
}

/** The first is as dark as most of the garments are. */
const inks: [name: string, grey: number][] = [
  ["gris oscuro", 80],
  ["negro", 0],
  ["gris", 140],
  ["gris claro", 200],
  ["goma de borrar", 255],
];

/** @param cell pixels of the paper a pixel of the image, in which the width is told */
export function brushFields(cell: number): { elements: HTMLElement[]; brush: () => Brush } {
  const width = html`<input
    type="range"
    min="1"
    max="8"
    step="0.5"
    value="3"
  />` as HTMLInputElement;
  const told = html`<output></output>`;
  const say = () => {
    const text = `${formatDecimal(Number(width.value), 1)} píxeles`;
    told.textContent = text;
    width.setAttribute("aria-valuetext", text);
  };
  width.oninput = say;
  say();
  const ink = html`<select>
    ${inks.map(([name, grey]) => html`<option value=${grey}>${name}</option>`)}
  </select>` as HTMLSelectElement;
  return {
    elements: [html`<label>Grosor ${width}</label>`, told, html`<label>Color ${ink}</label>`],
    brush: () => ({ width: cell * Number(width.value), grey: Number(ink.value) }),
  };
}
