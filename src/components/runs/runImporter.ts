// Brings in the runs of a file that the reader chooses, and says which; a file that is not right changes
// nothing.
import { html } from "htl";
import { fileButton } from "../parts/buttons/fileButton.js";
import { describeImport, describeLeft } from "../../lib/store/describeImport.js";
import type { ImportedRuns } from "../../lib/store/importRuns.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";

export function runImporter(
  read: (bytes: Uint8Array<ArrayBuffer>) => Promise<ImportedRuns>,
): HTMLElement {
  const status = html`<div role="status"></div>`;
  const problem = html`<div role="alert"></div>`;

  function fail(message: string): void {
    problem.replaceChildren(html`<p class="callout error">${message}</p>`);
  }
  async function load(file: File): Promise<void> {
    problem.replaceChildren();
    status.replaceChildren("Comprobando el archivo…");
    try {
      const result = await read(new Uint8Array(await file.arrayBuffer()));
      const text = describeImport(result);
      status.replaceChildren(...(text === "" ? [] : [html`<p class="callout">${text}</p>`]));
      const left = describeLeft(result);
      if (left !== undefined) fail(left);
    } catch (error) {
      const message = errorMessage(error);
      status.replaceChildren();
      fail(`${message} Tus entrenamientos siguen como estaban.`);
    }
  }
  const choose = fileButton("Elegir un archivo de entrenamientos…", {
    id: "archivo-entrenamientos",
    onFile: load,
  });
  return html`<div class="model-loader">${choose}${status}${problem}</div>`;
}
