// The cells of the page that is open, once the reader has changed one, now or on another visit.
import { EditableCell, putBackCells, restoreCells } from "./editableCell.js";
import { editsOf } from "../lib/editStore.js";

export interface NotebookPage {
  readonly cells: readonly EditableCell[];
  cell(name: string): EditableCell | undefined;
  /** Runs what the reader had changed here. */
  applyEdits(): Promise<void>;
  /** Does here what the reader has done in another tab. */
  followOtherTabs(): Promise<void>;
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
  const edited = () => {
    const names = new Set(editsOf(page).map(({ cell }) => cell));
    return cells.filter(({ name }) => names.has(name));
  };
  return {
    cells,
    cell: (name) => cells.find((cell) => cell.name === name),
    applyEdits: () => putBackCells(edited()),
    followOtherTabs() {
      const changed = cells.filter(({ hasChangedElsewhere }) => hasChangedElsewhere);
      for (const cell of changed) if (cell.hasUnkept) cell.offerOtherTab();
      return putBackCells(changed.filter(({ hasUnkept }) => !hasUnkept));
    },
    restore: () => restoreCells(edited()),
  };
}
