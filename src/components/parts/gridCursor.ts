// A window that moves over an image: with the pointer, with the arrow keys (Home, End and the page keys
// go to the edges), or by `moveTo` and `moveOn`. Several figures are made of it.
import { html } from "htl";
import { gridFrame, type Position } from "./gridFrame.js";

export type { Position };

export interface GridCursorOptions {
  rows: number;
  columns: number;
  /** The side of the window, in pixels of the image. */
  span?: number;
  /** How far a key moves the window; positions are counted in these steps. */
  stride?: number;
  /** The name of the control, for a reader who does not see it. */
  label: string;
  onMove: (position: Position) => void;
}

export type GridCursor = HTMLElement & {
  /** Keeps inside the image, and calls `onMove`. */
  moveTo: (position: Position) => void;
  /** To the next place, row by row, and from the last one to the first. */
  moveOn: () => void;
};

/** The image with its window. */
export function gridCursor(image: HTMLElement, options: GridCursorOptions): GridCursor {
  const { rows, columns, span = 1, stride = 1, label, onMove } = options;
  const last: Position = {
    row: Math.floor((rows - span) / stride),
    column: Math.floor((columns - span) / stride),
  };
  let current: Position = { row: 0, column: 0 };
  const frame = gridFrame({ rows, columns, span, stride });
  const grid = cursorElement(label, [image, frame]);

  function moveTo({ row, column }: Position): void {
    current = { row: clamp(row, last.row), column: clamp(column, last.column) };
    frame.moveTo(current);
    onMove(current);
  }
  function moveOn(): void {
    const { row, column } = current;
    if (column < last.column) moveTo({ row, column: column + 1 });
    else moveTo({ row: row < last.row ? row + 1 : 0, column: 0 });
  }
  function follow(event: PointerEvent): void {
    const { row, column } = pixelUnder(event, grid, options);
    const before = (span - stride) / 2; // the window's middle comes under the pointer
    moveTo({
      row: Math.floor((row - before) / stride),
      column: Math.floor((column - before) / stride),
    });
  }
  grid.addEventListener("pointerdown", follow);
  grid.addEventListener("pointermove", follow);
  grid.addEventListener("keydown", (event) => {
    const next = keyTarget(event.key, current, last);
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    moveTo(next);
  });
  return Object.assign(grid, { moveTo, moveOn });
}

function cursorElement(label: string, content: readonly Node[]): HTMLElement {
  return html`<div
    class="grid-cursor"
    role="application"
    tabindex="0"
    aria-label=${label}
    aria-roledescription="imagen que se recorre con las flechas"
  >
    ${content}
  </div>`;
}

/** Where the pointer is, in pixels of the image, with their fractions. */
function pixelUnder(
  event: PointerEvent,
  grid: HTMLElement,
  { rows, columns }: GridCursorOptions,
): Position {
  const box = grid.getBoundingClientRect();
  return {
    row: ((event.clientY - box.top) / box.height) * rows,
    column: ((event.clientX - box.left) / box.width) * columns,
  };
}

/** Where a key leads from a position; undefined for a key that is not ours. */
function keyTarget(key: string, { row, column }: Position, last: Position): Position | undefined {
  switch (key) {
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "Home":
      return { row, column: 0 };
    case "End":
      return { row, column: last.column };
    case "PageUp":
      return { row: 0, column };
    case "PageDown":
      return { row: last.row, column };
    default:
      return undefined;
  }
}

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(last, value));
}
