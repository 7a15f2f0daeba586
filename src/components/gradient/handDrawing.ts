// The stages of the network by hand as blocks of numbers, from the image to the loss, with what joins each one
// to the next. Drawn twice: for the way forward, whose numbers are written, and for the way backward.
import { html, svg } from "htl";
import { type BlockName, blockNames, type BlockNumbers, blockShapes } from "./handBlocks.js";
import { listed, shortNumber } from "./handText.js";

/** @param contents what stands under the name of each block */
export function handDrawing(contents: (name: BlockName) => Node): HTMLElement {
  return html`<div class="hand-drawing">
    ${blockNames.map(
      (name) =>
        html`<div class="hand-flow" data-block=${name}>
          ${joint(name)}
          <div class="hand-block">
            <p class="hand-title">${blockShapes[name].title}</p>
            ${contents(name)}
          </div>
        </div>`,
    )}
  </div>`;
}

/** What joins a block to the one before. */
function joint(name: BlockName): HTMLElement | string {
  const { sign, arrow } = blockShapes[name];
  if (arrow !== undefined)
    return html`<span class="hand-joint">${drawArrow("forward", arrow)}</span>`;
  return sign === undefined
    ? ""
    : html`<span class="hand-joint"><span aria-hidden="true">${sign}</span></span>`;
}

/** Says of each arrow forward what flows along it now. */
export function labelArrows(drawing: HTMLElement, values: BlockNumbers): void {
  for (const name of blockNames) {
    const { arrow } = blockShapes[name];
    const drawn = drawing.querySelector(`[data-block=${name}] .hand-arrow.forward`);
    drawn?.setAttribute("aria-label", `${arrow}: ${listed.format(values[name].map(shortNumber))}`);
  }
}

/** @param label what flows along it */
export function drawArrow(way: "forward" | "backward", label: string): SVGElement {
  const path = way === "forward" ? "M1,6H19m-6,-5l6,5l-6,5" : "M19,6H1m6,-5l-6,5l6,5";
  return svg`<svg class=${`hand-arrow ${way}`} viewBox="0 0 20 12" width="20" height="12" role="img"
    aria-label=${label}><path d=${path} /></svg>`;
}

/** Cells in a square or a column. */
export function cellGrid(name: BlockName, cells: readonly Node[], label: string): HTMLElement {
  const grid = html`<div class="hand-cells" role="group" aria-label=${label}>${cells}</div>`;
  grid.style.setProperty("--columns", String(blockShapes[name].columns));
  return grid;
}

export interface TextCells {
  element: HTMLElement;
  /** @param winner the one that is marked, −1 for none */
  write: (values: readonly number[], winner?: number) => void;
  /** As long as they are not known. */
  clear: () => void;
}

/** Numbers that are read. */
export function textCells(
  name: BlockName,
  { label, isGradient = false }: { label: string; isGradient?: boolean },
): TextCells {
  const cells = Array.from(
    { length: blockShapes[name].count },
    () => html`<span class="hand-cell"></span>`,
  );
  const element = cellGrid(name, cells, label);
  element.classList.toggle("gradient", isGradient);
  return {
    element,
    write(values, winner = -1) {
      element.classList.remove("unknown");
      for (const [i, cell] of cells.entries()) {
        cell.textContent = shortNumber(values[i] ?? NaN);
        cell.classList.toggle("winner", i === winner);
        if (i === winner) cell.append(html`<span class="visually-hidden"> (el mayor)</span>`);
        if (name === "image" && !isGradient) paint(cell, values[i]!);
      }
    },
    clear() {
      element.classList.add("unknown");
      for (const cell of cells) cell.textContent = "·";
    },
  };
}

/** A pixel's own grey, 0 black to 1 white, with its number legible on it. */
export function paint(cell: HTMLElement, pixel: number): void {
  const grey = Math.round(255 * Math.max(0, Math.min(1, pixel)));
  cell.style.background = `rgb(${grey} ${grey} ${grey})`;
  cell.style.color = grey > 118 ? "black" : "white"; // either way at least 4.5 to 1
}
