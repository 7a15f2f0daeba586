// The notebook come alive on a page: its bar, and its cells' changes. Loaded when the reader changes the
// first cell, or where something has been changed before.
import {
  allEdits,
  type CellEdit,
  editsOf,
  keepEdit,
  onEditsElsewhere,
  removeEdit,
} from "../lib/editStore.js";
import { showLateFailures } from "./lateFailures.js";
import { keepNetworkOrigin, type NetworkOrigin, networkOrigin } from "../lib/networkOrigin.js";
import { notebookBar } from "./notebookBar.js";
import { type NotebookPage, notebookPage } from "./notebookPage.js";
import { translateFailures } from "./translateFailures.js";
import { editsApplied } from "../lib/pendingEdits.js";
import { keepReaderNetwork, readerNetwork } from "../lib/readerNetwork.js";
import { NETWORK_PAGE, watchNetwork } from "./watchNetwork.js";

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
  /** Those that the cells of this page take back themselves. */
  const isHere = (edit: CellEdit) => edit.page === page && notebook.cell(edit.cell) !== undefined;
  let network: string | undefined;
  let origin: NetworkOrigin | undefined;
  const bar = notebookBar({
    page,
    async restore(all) {
      const edits = all ? allEdits() : editsOf(page);
      [network, origin] = [readerNetwork(), networkOrigin()];
      await notebook.restore();
      for (const edit of edits) if (!isHere(edit)) removeEdit(edit);
      if (all) {
        keepReaderNetwork(undefined);
        keepNetworkOrigin(undefined);
      }
      return edits;
    },
    async undo(edits) {
      for (const edit of edits) keepEdit(edit);
      keepReaderNetwork(network);
      keepNetworkOrigin(origin);
      await notebook.applyEdits();
    },
  });
  document.querySelector("#observablehq-main")!.prepend(bar.element);
  onEditsElsewhere(() => {
    bar.update();
    void notebook.followOtherTabs();
  });
  translateFailures();
  showLateFailures(notebook);
  bar.update();
  await notebook.applyEdits();
  editsApplied();
  if (page === NETWORK_PAGE) await watchNetwork(notebook.cells);
  return notebook;
}
