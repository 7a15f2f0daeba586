// In every page, and little: lets the reader open the cells that may be changed. All else that this
// takes is loaded when a cell is opened, or where something had been changed before.
import { allEdits, onEditsElsewhere, pageAddress } from "./lib/browser/editStore.js";
import { ReaderError } from "./lib/errors/readerError.js";
import type { NotebookPage } from "./notebook/page/notebookPage.js";

const cells = [...document.querySelectorAll<HTMLElement>(".cell[data-cell]")];
let notebook: Promise<NotebookPage> | undefined;

function open(): Promise<NotebookPage> {
  notebook ??= import("./notebook/page/openNotebook.js").then(({ openNotebook }) =>
    openNotebook(cells, pageAddress()),
  );
  return notebook;
}

async function edit(cell: HTMLElement): Promise<void> {
  cell.classList.add("opening");
  cell.querySelector(".cell-lost")?.remove();
  try {
    await (await open()).cell(cell.dataset["cell"]!)?.open();
  } catch (error) {
    notebook = undefined; // another try may get through
    cell.append(
      lostNote(
        error,
        "El editor no ha llegado. Comprueba la conexión y pulsa «Editar» otra vez; si no basta, recarga la página.",
      ),
    );
  }
  cell.classList.remove("opening");
}

/** @param lost what to say if it is the code that has not come */
function lostNote(error: unknown, lost: string): HTMLElement {
  const isForReader = error instanceof ReaderError;
  if (!isForReader) console.error(error);
  const note = document.createElement("p");
  note.className = "cell-lost callout error";
  note.role = "alert";
  note.textContent = isForReader ? error.message : lost;
  return note;
}

for (const cell of cells) {
  const code = cell.querySelector("pre")!;
  const button = cell.querySelector<HTMLButtonElement>(":scope > .cell-edit")!;
  button.onclick = () => void edit(cell);
  code.onclick = () => {
    if (getSelection()?.isCollapsed ?? true) void edit(cell); // who selects text wants to copy it
  };
  code.onkeydown = (event) => {
    if (event.key !== "Enter" || event.target !== code) return;
    event.preventDefault();
    void edit(cell);
  };
}

function openIfEdited(): void {
  if (notebook || allEdits().length === 0) return;
  open().catch((error: unknown) => {
    notebook = undefined;
    const lost =
      "Lo que cambiaste no ha llegado a esta página: sus celdas son las originales. Comprueba la conexión y recárgala; tus cambios siguen guardados.";
    document.querySelector("#observablehq-main")!.prepend(lostNote(error, lost));
  });
}

openIfEdited();
onEditsElsewhere(openIfEdited);
