// What the reader has changed in the cells, out to a file and in from one.
import { html } from "htl";
import { downloadButton } from "./downloadButton.js";

export interface Exchange<Edit> {
  /** All that is kept. */
  all: () => readonly Edit[];
  write: (edits: readonly Edit[]) => string;
  /** Throws with a message for the reader. */
  read: (text: string) => Edit[];
  /** Whether the browser could keep it; another of the same cell gives way. */
  keep: (edit: Edit) => boolean;
  remove: (edit: Edit) => void;
  /** Called when what is kept has changed. */
  onChange: () => void;
}

/** A button that downloads the changes and a field that brings them back. Nothing of them is run here. */
export function cellExchange<Edit>({
  all,
  write,
  read,
  keep,
  remove,
  onChange,
}: Exchange<Edit>): HTMLElement {
  const message = html`<span role="status"></span>`;
  const undo = html`<button type="button" hidden>Deshacer</button>` as HTMLButtonElement;
  const failure = html`<p role="alert" class="callout error" hidden></p>`;
  const download = downloadButton("Descargar mis celdas", {
    name: "mis-celdas.json",
    type: "application/json",
    content: () => write(all()),
  });
  const input = html`<input
    id="archivo-celdas"
    type="file"
    accept=".json,application/json"
  />` as HTMLInputElement;

  /** Keeps all of them or, if there is no room for one, none. */
  function bring(edits: readonly Edit[]): void {
    const before = all();
    const goBack = () => {
      for (const edit of edits) remove(edit);
      for (const edit of before) keep(edit);
      onChange();
    };
    if (!edits.every(keep)) {
      goBack();
      throw new Error("Este navegador no deja guardar tanto: no se ha traído ninguna.");
    }
    onChange();
    undo.hidden = false;
    undo.onclick = () => {
      goBack();
      undo.hidden = true;
      message.textContent = "Tus celdas están otra vez como antes.";
    };
  }

  input.onchange = async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    failure.hidden = true;
    undo.hidden = true;
    message.textContent = "";
    try {
      const edits = read(await file.text());
      bring(edits);
      const brought =
        edits.length === 1 ? "Se ha traído 1 celda" : `Se han traído ${edits.length} celdas`;
      message.textContent = `${brought}. Nada se ha ejecutado: en su página puedes leer cada una, y ejecutarla o restaurarla.`;
    } catch (error) {
      failure.textContent = (error as Error).message;
      failure.hidden = false;
    }
    input.value = "";
  };
  return html`<div class="cell-exchange">
    ${download}
    <p><label for="archivo-celdas">Traer celdas de un archivo</label> ${input}</p>
    <p>${message} ${undo}</p>
    ${failure}
  </div>`;
}
