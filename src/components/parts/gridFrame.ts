// The frame around a window of an image, and an image with such a frame that follows a control elsewhere.
import { html } from "htl";

export interface Position {
  row: number;
  column: number;
}

export interface GridFrameOptions {
  rows: number;
  columns: number;
  /** The side of the window, in pixels of the image. */
  span?: number;
  /** In pixels of the image: positions are counted in these steps. */
  stride?: number;
}

type Movable = HTMLElement & { moveTo: (position: Position) => void };

/** To be laid over an image of that many pixels, at the first position. */
export function gridFrame({ rows, columns, span = 1, stride = 1 }: GridFrameOptions): Movable {
  const frame = html`<div class="grid-cursor-frame"></div>`;
  frame.style.width = `${(100 * span) / columns}%`;
  frame.style.height = `${(100 * span) / rows}%`;
  return Object.assign(frame, {
    moveTo({ row, column }: Position) {
      frame.style.top = `${(100 * row * stride) / rows}%`;
      frame.style.left = `${(100 * column * stride) / columns}%`;
    },
  });
}

/** A square image with a mark on one of its values; it follows, it is not a control. */
export function gridView(
  image: HTMLElement,
  { side, label }: { side: number; label: string },
): Movable {
  const frame = gridFrame({ rows: side, columns: side });
  const view = html`<div class="grid-view" role="img" aria-label=${label}>${image}${frame}</div>`;
  return Object.assign(view, { moveTo: frame.moveTo });
}
