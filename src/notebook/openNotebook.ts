// The notebook come alive on a page: its bar, and its cells' changes. Loaded when the reader changes the
// first cell, or where something has been changed before.
import { allEdits, editsOf, keepEdit, onEditsElsewhere, removeEdit } from "../lib/editStore.js";
import { notebookBar } from "./notebookBar.js";
import { type NotebookPage, notebookPage } from "./notebookPage.js";
import { translateFailures } from "./translateFailures.js";
import { editsApplied } from "../lib/pendingEdits.js";
import { keepReaderNetwork, readerNetwork } from "../lib/readerNetwork.js";

/** Resolves when what had been changed here has been put in its place. */
export async function openNotebook(
  elements: readonly HTMLElement[],
  page: string,
): Promise<NotebookPage> {
  const notebook = notebookPage(elements, {
    page,
    onKept: (kept) => {
      if (kept) bar.update();
      else bar.warn();
    },
  });
  let network: string | undefined;
  const bar = notebookBar({
    page,
    async restore(all) {
      const edits = all ? allEdits() : editsOf(page);
      await notebook.restore();
      for (const edit of edits) removeEdit(edit);
      network = readerNetwork();
      if (all) keepReaderNetwork(undefined);
      return edits;
    },
    async undo(edits) {
      for (const edit of edits) keepEdit(edit);
      keepReaderNetwork(network);
      await notebook.applyEdits(edits.filter((edit) => edit.page === page));
    },
  });
  document.querySelector("#observablehq-main")!.prepend(bar.element);
  onEditsElsewhere(() => {
    bar.update();
  });
  translateFailures();
  bar.update();
  await notebook.applyEdits(editsOf(page));
  editsApplied();
  return notebook;
}
