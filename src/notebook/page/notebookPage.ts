// The cells of the page that is open, once the reader has changed one, now or on another visit.
import { EditableCell } from "../cell/editableCell.js";
import { putBackCells, restoreCells } from "../cell/executeCells.js";
import type { CellEdit } from "../../lib/browser/editStore.js";

export interface NotebookPage {
  readonly cells: readonly EditableCell[];
  cell(name: string): EditableCell | undefined;
  /** What the reader has changed, saved or not. */
  edits(): CellEdit[];
  /** Runs what was saved of this page on another visit. */
  applyEdits(): Promise<void>;
  /** These again, run and saved. */
  putBack(edits: readonly CellEdit[]): Promise<void>;
  /** Does here what the reader has done in another tab. */
  followOtherTabs(): Promise<void>;
  /** The originals of this page. */
  restore(): Promise<void>;
}

export function notebookPage(
  elements: readonly HTMLElement[],
  { page, onSaved }: { page: string; onSaved: (saved: boolean) => void },
): NotebookPage {
  const cells: EditableCell[] = elements.map(
    (element, index) =>
      new EditableCell(element, { page, onSaved, goOn: () => void cells[index + 1]?.open() }),
  );
  const find = (name: string) => cells.find((cell) => cell.name === name);
  const read = (some: readonly EditableCell[]) =>
    some.map((cell) => ({ cell, edit: cell.saving.read() }));
  return {
    cells,
    cell: find,
    edits: () => cells.flatMap(({ saving }) => saving.edit ?? []),
    applyEdits: () => putBackCells(read(cells).filter(({ edit }) => edit !== undefined)),
    async putBack(edits) {
      const changes = edits.flatMap((edit) => {
        const cell = find(edit.cell);
        return cell ? [{ cell, edit }] : [];
      });
      await putBackCells(changes);
      for (const { cell } of changes) cell.saving.save();
    },
    followOtherTabs() {
      const changed = cells.filter(({ saving }) => saving.hasChangedElsewhere);
      for (const { saving } of changed) if (saving.hasUnsaved) saving.offerOtherTab();
      return putBackCells(read(changed.filter(({ saving }) => !saving.hasUnsaved)));
    },
    restore: () => restoreCells(cells.filter(({ saving }) => saving.edit !== undefined)),
  };
}
