// The cells of a file against those of this browser: what of them is to be saved, and what of the reader's
// own they meet.
import { allEdits, type CellEdit } from "../../lib/browser/editStore.js";
import { readEdits } from "./exchangeEdits.js";
import { textOf } from "../cell/savedCell.js";
import { cellNames, pageAddresses } from "./sitePages.js";

export interface IncomingEdits {
  /** To be saved: drafts, beside what the reader runs. */
  edits: CellEdit[];
  /** How many of these come where the reader has written something else. */
  overOwn: number;
  /** How many cells of the file the reader has already, as they are there. */
  alike: number;
  /** How many the notebook does not have any more. */
  gone: number;
}

/** Rejects with a NotebookError, in Spanish, for a file that `readEdits` refuses and for a page that does not answer. */
export async function incomingEdits(text: string): Promise<IncomingEdits> {
  const edits = readEdits(text, pageAddresses());
  const pages = [...new Set(edits.map(({ page }) => page))];
  const cells = new Map(
    await Promise.all(pages.map(async (page) => [page, await cellNames(page)] as const)),
  );
  return meetOwn(edits, {
    own: allEdits(),
    exists: ({ page, cell }) => cells.get(page)!.has(cell),
  });
}

/** @param edits as `readEdits` gives them */
export function meetOwn(
  edits: readonly CellEdit[],
  { own, exists }: { own: readonly CellEdit[]; exists: (edit: CellEdit) => boolean },
): IncomingEdits {
  const there = edits.filter(exists);
  const meetings = there.map((edit) => ({
    edit,
    mine: own.find(({ page, cell }) => page === edit.page && cell === edit.cell),
  }));
  const news = meetings.filter(({ edit, mine }) => {
    const text = textOf(edit);
    return mine ? text !== mine.source && text !== textOf(mine) : text !== edit.original;
  });
  return {
    edits: news.map(({ edit, mine }) =>
      mine && mine.source !== mine.original ? { ...edit, source: mine.source } : edit,
    ),
    overOwn: news.filter(({ mine }) => mine).length,
    alike: there.length - news.length,
    gone: edits.length - there.length,
  };
}
