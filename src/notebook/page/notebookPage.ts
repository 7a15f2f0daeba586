// The cells of the page that is open, once the reader has changed one, now or on another visit.
import { EditableCell, putBackCells, restoreCells } from "../cell/editableCell.js";
import type { CellEdit } from "../../lib/browser/editStore.js";

export interface NotebookPage {
  readonly cells: readonly EditableCell[];
  cell(name: string): EditableCell | undefined;
  /** What the reader has changed, kept or not. */
  edits(): CellEdit[];
  /** Runs what was kept of this page on another visit. */
  applyEdits(): Promise<void>;
  /** These again, run and kept. */
  putBack(edits: readonly CellEdit[]): Promise<void>;
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
  const find = (name: string) => cells.find((cell) => cell.name === name);
  const read = (some: readonly EditableCell[]) =>
    some.map((cell) => ({ cell, edit: cell.readKept() }));
  return {
    cells,
    cell: find,
    edits: () => cells.flatMap(({ edit }) => edit ?? []),
    applyEdits: () => putBackCells(read(cells).filter(({ edit }) => edit !== undefined)),
    async putBack(edits) {
      const changes = edits.flatMap((edit) => {
        const cell = find(edit.cell);
        return cell ? [{ cell, edit }] : [];
      });
      await putBackCells(changes);
      for (const { cell } of changes) cell.keep();
    },
    followOtherTabs() {
      const changed = cells.filter(({ hasChangedElsewhere }) => hasChangedElsewhere);
      for (const cell of changed) if (cell.hasUnkept) cell.offerOtherTab();
      return putBackCells(read(changed.filter(({ hasUnkept }) => !hasUnkept)));
    },
    restore: () => restoreCells(cells.filter(({ edit }) => edit !== undefined)),
  };
}
