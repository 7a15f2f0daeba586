// Says that the notebook is no longer the original, where, and offers the way back, all at once.
import { html } from "htl";
import { keepInPlace } from "./keepInPlace.js";
import type { CellEdit } from "../../lib/browser/editStore.js";
import { pageTitle } from "./sitePages.js";

export interface NotebookBar {
  element: HTMLElement;
  /** Shows what there is now; hidden while nothing differs. */
  update(): void;
  /** The browser keeps nothing: what is changed is lost with the page. */
  warn(): void;
}

export interface NotebookBarOptions {
  page: string;
  /** What differs from the original, in all the pages. */
  edits: () => readonly CellEdit[];
  /** @param all every page, or only this one */
  restore: (all: boolean) => Promise<readonly CellEdit[]>;
  undo: (edits: readonly CellEdit[]) => Promise<void>;
}

export function notebookBar(options: NotebookBarOptions): NotebookBar {
  const { page, edits: currentEdits, restore, undo } = options;
  const { element, text, warning, here, all, back } = barView();
  /** What can come back: not those that have been changed again since. */
  let restored: readonly CellEdit[] = [];

  function update(): void {
    const edits = currentEdits();
    restored = restored.filter((one) => !edits.some((edit) => isSameCell(edit, one)));
    const ofPage = edits.filter((edit) => edit.page === page);
    const message =
      edits.length > 0 ? difference(edits, page) : "El cuaderno es el original otra vez.";
    keepInPlace(() => {
      element.hidden = edits.length === 0 && restored.length === 0 && warning.hidden;
      here.hidden = ofPage.length === 0;
      all.hidden = edits.length === ofPage.length;
      back.hidden = restored.length === 0;
      if (text.textContent !== message) text.textContent = message;
    });
  }
  async function act(everything: boolean): Promise<void> {
    restored = await restore(everything);
    update();
    back.focus(); // the button that was pressed may be gone
  }
  here.onclick = () => act(false);
  all.onclick = () => act(true);
  back.onclick = async () => {
    const edits = restored;
    restored = [];
    await undo(edits);
    update();
    (here.hidden ? all : here).focus();
  };
  const warn = () => {
    warning.hidden = false;
    update();
  };
  return { element, update, warn };
}

function barView() {
  const text = html`<span role="status"></span>`;
  const warning = html`<span class="notebook-warning" hidden
    >Este navegador no ha podido guardarlo todo (¿una ventana privada, o sin sitio?): lo que no
    guarde se pierde al cerrar la página.</span
  >`;
  const here = html`<button type="button">Restaurar todo aquí</button>`;
  const all = html`<button type="button">Restaurar todo el cuaderno</button>`;
  const back = html`<button type="button" hidden>Deshacer</button>`;
  const element = html`<aside class="notebook-bar" aria-label="Cambios del cuaderno" hidden>
    <span>${text} ${warning}</span><span class="notebook-bar-buttons">${here}${all}${back}</span>
  </aside>`;
  return { element, text, warning, here, all, back };
}

function isSameCell(a: CellEdit, b: CellEdit): boolean {
  return a.page === b.page && a.cell === b.cell;
}

/** «Tu cuaderno difiere del original en 2 celdas: 1 aquí y 1 en «Definir la red».» */
function difference(edits: readonly CellEdit[], page: string): string {
  const counts = new Map<string, number>();
  for (const edit of edits) counts.set(edit.page, (counts.get(edit.page) ?? 0) + 1);
  const places = [...counts].map(([address, count]) =>
    address === page ? `${count} aquí` : `${count} en «${pageTitle(address)}»`,
  );
  const list = new Intl.ListFormat("es").format(places);
  const total = edits.length === 1 ? "1 celda" : `${edits.length} celdas`;
  return `Tu cuaderno difiere del original en ${total}: ${list}.`;
}
