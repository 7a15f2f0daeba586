// What the reader has changed in the cells, out to a file and in from one.
import { html } from "htl";
import { downloadButton } from "./downloadButton.js";

export interface Exchange<Edit> {
  /** All that is kept. */
  all: () => readonly Edit[];
  write: (edits: readonly Edit[]) => string;
  /** Throws with a message for the reader. */
  read: (text: string) => Edit[];
  /** Whether the browser could keep it. */
  keep: (edit: Edit) => boolean;
}

/** A button that downloads the changes and a field that brings them back. Nothing of them is run here. */
export function cellExchange<Edit>({ all, write, read, keep }: Exchange<Edit>): HTMLElement {
  const message = html`<p role="status"></p>`;
  const failure = html`<p role="alert" class="callout error" hidden></p>`;
  const download = downloadButton("Descargar mis celdas", {
    name: "mis-celdas.json",
    type: "application/json",
    content: () => write(all()),
  });
  const input = html`<input id="archivo-celdas" type="file" accept=".json,application/json" />`;
  input.onchange = async () => {
    const [file] = (input as HTMLInputElement).files ?? [];
    if (!file) return;
    failure.hidden = true;
    message.textContent = "";
    try {
      const edits = read(await file.text());
      if (!edits.every(keep))
        throw new Error("Este navegador no deja guardar datos: no se han podido traer.");
      const brought =
        edits.length === 1 ? "Se ha traído 1 celda" : `Se han traído ${edits.length} celdas`;
      message.textContent = `${brought}. Cada una se ejecuta al abrir su página; allí se puede leer y restaurar.`;
    } catch (error) {
      failure.textContent = (error as Error).message;
      failure.hidden = false;
    }
    (input as HTMLInputElement).value = "";
  };
  return html`<div class="cell-exchange">
    ${download}
    <p><label for="archivo-celdas">Traer celdas de un archivo</label> ${input}</p>
    ${message}${failure}
  </div>`;
}
