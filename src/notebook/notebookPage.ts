// The cells of the page that is open, once the reader has changed one, now or on another visit.
import { EditableCell } from "./editableCell.js";
import { type CellEdit, editsOf } from "../lib/editStore.js";

export interface NotebookPage {
  cell(name: string): EditableCell | undefined;
  /** Runs what the reader had changed here. */
  applyEdits(edits: readonly CellEdit[]): Promise<void>;
  /** The originals of this page. */
  restore(): Promise<void>;
}

export function notebookPage(
  elements: readonly HTMLElement[],
  { page, onKept }: { page: string; onKept: (kept: boolean) => void },
): NotebookPage {
  const cells: EditableCell[] = elements.map(
    (element, index) =>
      new EditableCell(element, { page, onKept, goOn: () => void cells[index + 1]?.open() }),
  );
  const find = (name: string) => cells.find((cell) => cell.name === name);
  return {
    cell: find,
    async applyEdits(edits) {
      for (const edit of edits) await find(edit.cell)?.putBack(edit);
    },
    async restore() {
      for (const { cell } of editsOf(page)) await find(cell)?.restore();
    },
  };
}
