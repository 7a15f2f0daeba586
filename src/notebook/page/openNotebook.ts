// The notebook come alive on a page: its bar, and its cells' changes. Loaded when the reader changes the
// first cell, or where something has been changed before.
import {
  allEdits,
  type CellEdit,
  keepEdit,
  onEditsElsewhere,
  removeEdit,
} from "../../lib/browser/editStore.js";
import { showLateFailures } from "./lateFailures.js";
import {
  keepNetworkOrigin,
  type NetworkOrigin,
  networkOrigin,
} from "../../lib/browser/networkOrigin.js";
import { notebookBar } from "./notebookBar.js";
import { type NotebookPage, notebookPage } from "./notebookPage.js";
import { translateFailures } from "./translateFailures.js";
import { editsApplied } from "../../lib/browser/pendingEdits.js";
import { keepReaderNetwork, readerNetwork } from "../../lib/browser/readerNetwork.js";
import { watchNetwork } from "./watchNetwork.js";

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
  /** Those that the cells of this page keep and take back themselves. */
  const isHere = (edit: CellEdit) => edit.page === page && notebook.cell(edit.cell) !== undefined;
  const edits = () => [...allEdits().filter((edit) => !isHere(edit)), ...notebook.edits()];
  /** As it was before the whole notebook was restored. */
  let network: { topology: string | undefined; origin: NetworkOrigin | undefined } | undefined;
  const bar = notebookBar({
    ...{ page, edits },
    async restore(all) {
      const restored = edits().filter((edit) => all || edit.page === page);
      network = all ? { topology: readerNetwork(), origin: networkOrigin() } : undefined;
      await notebook.restore();
      for (const edit of restored) if (!isHere(edit)) removeEdit(edit);
      if (all) {
        keepReaderNetwork(undefined);
        keepNetworkOrigin(undefined);
      }
      return restored;
    },
    async undo(restored) {
      const elsewhere = restored.filter((edit) => !isHere(edit));
      if (!elsewhere.every(keepEdit)) bar.warn();
      if (network && readerNetwork() === undefined) {
        keepReaderNetwork(network.topology);
        keepNetworkOrigin(network.origin);
      }
      await notebook.putBack(restored.filter(isHere));
    },
  });
  document.querySelector("#observablehq-main")!.prepend(bar.element);
  onEditsElsewhere(() => {
    void notebook.followOtherTabs().then(() => {
      bar.update();
    });
  });
  translateFailures();
  showLateFailures(notebook);
  await notebook.applyEdits();
  bar.update();
  editsApplied();
  await watchNetwork(notebook.cells, page);
  return notebook;
}
