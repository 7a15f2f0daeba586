// The reader's changes in all the pages, of which one is open: restored, here or everywhere, and put back.
import type { NotebookPage } from "./notebookPage.js";
import { allEdits, type CellEdit, keepEdit, removeEdit } from "../../lib/browser/editStore.js";
import {
  saveNetworkOrigin,
  type NetworkOrigin,
  networkOrigin,
} from "../../lib/browser/networkOrigin.js";
import { saveReaderNetwork, readerNetwork } from "../../lib/browser/readerNetwork.js";

export interface WholeNotebook {
  /** What differs from the original, in all the pages. */
  edits: () => CellEdit[];
  /** Resolves to what there was. @param all every page and the reader's network, or only this page */
  restore: (all: boolean) => Promise<readonly CellEdit[]>;
  undo: (edits: readonly CellEdit[]) => Promise<void>;
}

/** @param onUnsaved is called if the browser cannot keep something of what is put back */
export function wholeNotebook(
  notebook: NotebookPage,
  page: string,
  onUnsaved: () => void,
): WholeNotebook {
  /** Those that the cells of this page keep and take back themselves. */
  const isHere = (edit: CellEdit) => edit.page === page && notebook.cell(edit.cell) !== undefined;
  const edits = () => [...allEdits().filter((edit) => !isHere(edit)), ...notebook.edits()];
  /** As it was before the whole notebook was restored. */
  let network: { topology: string | undefined; origin: NetworkOrigin | undefined } | undefined;
  return {
    edits,
    async restore(all) {
      const restored = edits().filter((edit) => all || edit.page === page);
      network = all ? { topology: readerNetwork(), origin: networkOrigin() } : undefined;
      await notebook.restore();
      for (const edit of restored) if (!isHere(edit)) removeEdit(edit);
      if (all) {
        saveReaderNetwork(undefined);
        saveNetworkOrigin(undefined);
      }
      return restored;
    },
    async undo(restored) {
      const elsewhere = restored.filter((edit) => !isHere(edit));
      if (!elsewhere.every(keepEdit)) onUnsaved();
      if (network && readerNetwork() === undefined) {
        saveReaderNetwork(network.topology);
        saveNetworkOrigin(network.origin);
      }
      await notebook.putBack(restored.filter(isHere));
    },
  };
}
