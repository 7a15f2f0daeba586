// A window that moves over an image: with the pointer, with the arrow keys (Home, End and the page keys
// go to the edges), or by `moveTo`. Several figures are made of it.
import { html } from "htl";

export interface Position {
  row: number;
  column: number;
}

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

/** The image with its window; `moveTo` keeps inside the image, and calls `onMove`. */
export function gridCursor(
  image: HTMLElement,
  { rows, columns, span = 1, stride = 1, label, onMove }: GridCursorOptions,
): HTMLElement & { moveTo: (position: Position) => void } {
  const last: Position = {
    row: Math.floor((rows - span) / stride),
    column: Math.floor((columns - span) / stride),
  };
  let current: Position = { row: 0, column: 0 };
  const frame = html`<div class="grid-cursor-frame"></div>`;
  frame.style.width = `${(100 * span) / columns}%`;
  frame.style.height = `${(100 * span) / rows}%`;
  const grid = html`<div
    class="grid-cursor"
    role="application"
    tabindex="0"
    aria-label=${label}
    aria-roledescription="imagen que se recorre con las flechas"
  >
    ${image}${frame}
  </div>`;

  function moveTo({ row, column }: Position): void {
    current = { row: clamp(row, last.row), column: clamp(column, last.column) };
    frame.style.top = `${(100 * current.row * stride) / rows}%`;
    frame.style.left = `${(100 * current.column * stride) / columns}%`;
    onMove(current);
  }

  function follow(event: PointerEvent): void {
    const box = grid.getBoundingClientRect();
    const rowUnderPointer = ((event.clientY - box.top) / box.height) * rows;
    const columnUnderPointer = ((event.clientX - box.left) / box.width) * columns;
    moveTo({
      row: Math.floor((rowUnderPointer - (span - stride) / 2) / stride),
      column: Math.floor((columnUnderPointer - (span - stride) / 2) / stride),
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
  return Object.assign(grid, { moveTo });
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
