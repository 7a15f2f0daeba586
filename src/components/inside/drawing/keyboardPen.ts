// Strokes by keyboard: a cursor on the grid of the image's 28 × 28 pixels, that the arrows move. The space bar
// leaves a dot, and with Shift the arrows draw a line. It draws what the pointer draws, only slower.
import type { Brush } from "./brushFields.js";
import type { InkPoint, Stroke } from "./sketch.js";
import { gridFrame, type Position } from "../../parts/gridFrame.js";

export interface KeyboardPenOptions {
  /** Cells on a side. */
  cells: number;
  /** Pixels of the paper a cell. */
  cell: number;
  brush: () => Brush;
  onStroke: (stroke: Stroke) => void;
  onMove: (position: Position) => void;
}

const moves: Record<string, Position> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** The frame of the cursor, to be laid over the paper. */
export function keyboardPen(paper: HTMLElement, options: KeyboardPenOptions): HTMLElement {
  const { cells, cell, brush, onStroke, onMove } = options;
  let current: Position = { row: cells / 2, column: cells / 2 };
  const frame = gridFrame({ rows: cells, columns: cells });
  frame.moveTo(current);
  const inside = (place: number) => Math.max(0, Math.min(cells - 1, place));
  const draw = (...positions: Position[]) => {
    const { width, grey } = brush();
    const points = positions.map(({ row, column }): InkPoint => ({
      x: (column + 0.5) * cell,
      y: (row + 0.5) * cell,
      width,
    }));
    onStroke({ points, grey });
  };
  paper.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const move = moves[event.key];
    if (!move && event.key !== " ") return;
    event.preventDefault();
    const before = current;
    if (move) {
      current = { row: inside(before.row + move.row), column: inside(before.column + move.column) };
      frame.moveTo(current);
    }
    if (!move) draw(current);
    else if (event.shiftKey) draw(before, current);
    onMove(current);
  });
  return frame;
}
