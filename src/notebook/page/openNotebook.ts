// The notebook come alive on a page: its bar, and its cells' changes. Loaded when the reader changes the
// first cell, or where something has been changed before.
import { onEditsElsewhere } from "../../lib/browser/editStore.js";
import { checkCellsMayChange } from "../execution/importCell.js";
import { showLateFailures } from "./lateFailures.js";
import { notebookBar } from "./notebookBar.js";
import { type NotebookPage, notebookPage } from "./notebookPage.js";
import { translateFailures } from "./translateFailures.js";
import { editsApplied } from "../../lib/browser/pendingEdits.js";
import { watchNetwork } from "./watchNetwork.js";
import { wholeNotebook } from "./wholeNotebook.js";

/**
 * Resolves when what had been changed here has been put in its place. Rejects with a NotebookError where the host lets no
 * cell be changed.
 */
export async function openNotebook(
  elements: readonly HTMLElement[],
  page: string,
): Promise<NotebookPage> {
  await checkCellsMayChange();
  const notebook = notebookPage(elements, {
    page,
    onSaved: (saved) => {
      if (saved) bar.update();
      else bar.warn();
    },
  });
  const whole = wholeNotebook(notebook, page, () => {
    bar.warn();
  });
  const bar = notebookBar({ page, ...whole });
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
  editsApplied(() => notebook.isFollowing());
  await watchNetwork(notebook.cells, page);
  return notebook;
}
