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
  /** Whether what ran last, or is to run, was asked for in another tab. */
  isFollowing(): boolean;
  /** The originals of this page. */
  restore(): Promise<void>;
}

export function notebookPage(
  elements: readonly HTMLElement[],
  { page, onSaved }: { page: string; onSaved: (saved: boolean) => void },
): NotebookPage {
  let hasFollowed = false;
  const onAsked = () => {
    hasFollowed = false;
  };
  const cells: EditableCell[] = elements.map((element, index) => {
    const goOn = () => void cells[index + 1]?.open();
    return new EditableCell(element, { page, onAsked, onSaved, goOn });
  });
  const find = (name: string) => cells.find((cell) => cell.name === name);
  const inTurn = turns();
  return {
    cells,
    cell: find,
    edits: () => cells.flatMap(({ saving }) => saving.edit ?? []),
    applyEdits: () =>
      inTurn(() => putBackCells(read(cells).filter(({ edit }) => edit !== undefined))),
    putBack: (edits) => inTurn(() => putBack(edits, find)),
    followOtherTabs: () =>
      inTurn(() => {
        const changed = cells.filter(({ saving }) => saving.hasChangedElsewhere);
        hasFollowed ||= changed.length > 0;
        return follow(changed);
      }),
    isFollowing: () => hasFollowed || cells.some(({ saving }) => saving.hasChangedElsewhere),
    restore: () =>
      inTurn(() => restoreCells(cells.filter(({ saving }) => saving.edit !== undefined))),
  };
}

/** One change after another: only when a cell's run has begun does it know what it runs, and the last must win. */
function turns(): (change: () => Promise<void>) => Promise<void> {
  let former: Promise<unknown> = Promise.resolve();
  return (change) => {
    const done = former.then(change);
    former = done.catch(() => undefined);
    return done;
  };
}

async function putBack(
  edits: readonly CellEdit[],
  find: (name: string) => EditableCell | undefined,
): Promise<void> {
  const changes = edits.flatMap((edit) => {
    const cell = find(edit.cell);
    return cell ? [{ cell, edit }] : [];
  });
  await putBackCells(changes);
  for (const { cell } of changes) cell.saving.save();
}

/** Takes what another tab has saved of these; where something stands here that is not saved, the reader chooses. */
function follow(changed: readonly EditableCell[]): Promise<void> {
  for (const { saving } of changed) if (saving.hasUnsaved) saving.offerOtherTab();
  return putBackCells(read(changed.filter(({ saving }) => !saving.hasUnsaved)));
}

function read(cells: readonly EditableCell[]) {
  return cells.map((cell) => ({ cell, edit: cell.saving.read() }));
}
