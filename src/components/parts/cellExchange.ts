// What the reader has changed in the cells, out to a file and in from one.
import { html } from "htl";
import { downloadButton } from "./downloadButton.js";
import { fileButton } from "./buttons/fileButton.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";
import { ReaderError } from "../../lib/errors/readerError.js";

/** What a file brings. */
export interface Incoming<Edit> {
  /** To be saved. */
  edits: readonly Edit[];
  /** How many of these come where the reader has written something else. */
  overOwn: number;
  /** How many cells of the file the reader has already, as they are there. */
  alike: number;
  /** How many the notebook does not have any more. */
  gone: number;
}

export interface Exchange<Edit> {
  /** All that is saved. */
  all: () => readonly Edit[];
  write: (edits: readonly Edit[]) => string;
  /** Rejects with a message for the reader. */
  read: (text: string) => Promise<Incoming<Edit>>;
  /** Whether the browser could save it; another of the same cell gives way. */
  keep: (edit: Edit) => boolean;
  remove: (edit: Edit) => void;
  /** Called when what is saved has changed. */
  onChange: () => void;
}

/** A button that downloads the changes and a field that brings them back. Nothing of them is run here. */
export function cellExchange<Edit>(exchange: Exchange<Edit>): HTMLElement {
  const message = html`<span role="status"></span>`;
  const undo = undoButton(message);
  const failure = html`<p role="alert" class="callout error" hidden></p>`;
  const download = downloadButton("Descargar mis celdas", {
    name: "mis-celdas.json",
    type: "application/json",
    content: () => exchange.write(exchange.all()),
  });
  async function bring(file: File): Promise<void> {
    failure.hidden = true;
    undo.hidden = true;
    message.textContent = "";
    try {
      const incoming = await exchange.read(await file.text());
      if (incoming.edits.length > 0) undo.offer(saveAll(incoming.edits, exchange));
      message.textContent = told(incoming);
    } catch (error) {
      failure.textContent = errorMessage(error);
      failure.hidden = false;
    }
  }
  const choose = fileButton("Traer celdas de un archivo…", {
    id: "archivo-celdas",
    accept: ".json,application/json",
    onFile: bring,
  });
  return html`<div class="cell-exchange">
    <div>${download} ${choose}</div>
    <p>${message} ${undo}</p>
    ${failure}
  </div>`;
}

/** Saves all of them or, if there is no room for one, throws and saves none. Returns the way back. */
function saveAll<Edit>(
  edits: readonly Edit[],
  { all, keep, remove, onChange }: Exchange<Edit>,
): () => void {
  const before = all();
  const goBack = () => {
    for (const edit of edits) remove(edit);
    for (const edit of before) keep(edit);
    onChange();
  };
  if (!edits.every(keep)) {
    goBack();
    throw new ReaderError("Este navegador no deja guardar tanto: no se ha traído ninguna.");
  }
  onChange();
  return goBack;
}

/** Hidden until there is something to undo. */
function undoButton(message: HTMLElement): HTMLElement & { offer: (goBack: () => void) => void } {
  const button = html`<button type="button" hidden>Deshacer</button>`;
  return Object.assign(button, {
    offer(goBack: () => void) {
      button.hidden = false;
      button.onclick = () => {
        goBack();
        button.hidden = true;
        message.textContent = "Tus celdas están otra vez como antes.";
      };
    },
  });
}

function told({ edits, overOwn, alike, gone }: Incoming<unknown>): string {
  const sentences = [
    sentence(edits.length, ["Se ha traído 1 celda", "Se han traído # celdas"], {
      rest: ". Nada se ha ejecutado: en su página puedes leer cada una, y ejecutarla o restaurarla.",
    }),
    sentence(overOwn, ["En 1 celda tenías cambios tuyos", "En # celdas tenías cambios tuyos"], {
      rest: ": su editor muestra ahora lo traído, y lo que ejecutaste sigue valiendo. «Deshacer» recupera lo tuyo.",
    }),
    sentence(alike, ["1 celda ya la tenías igual", "# celdas ya las tenías igual"]),
    sentence(gone, [
      "1 celda del archivo ya no está en este cuaderno",
      "# celdas del archivo ya no están en este cuaderno",
    ]),
  ];
  return sentences.join(" ").trim() || "El archivo no trae ninguna celda.";
}

/** Nothing for a count of none. */
function sentence(
  count: number,
  [one, many]: readonly [one: string, many: string],
  { rest = "." } = {},
): string {
  if (count === 0) return "";
  return `${count === 1 ? one : many.replace("#", String(count))}${rest}`;
}
