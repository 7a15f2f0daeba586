// Loads a model from a file that the reader chooses: reads and checks it, keeps it as their run, and
// says what happened. A file that is not right changes nothing.
import { html } from "htl";
import { fileButton } from "../parts/buttons/fileButton.js";
import type { Run } from "../../lib/run/run.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";

export interface ModelLoaderOptions {
  /** The run in the file; rejects with a message for the reader. */
  read: (bytes: Uint8Array, name: string) => Promise<Run>;
  save: (run: Run) => Promise<void>;
}

export function modelLoader({ read, save }: ModelLoaderOptions): HTMLElement {
  const status = html`<div role="status"></div>`;
  const problem = html`<div role="alert"></div>`;

  async function load(file: File): Promise<void> {
    problem.replaceChildren();
    status.replaceChildren("Comprobando el archivo y evaluando la red…");
    try {
      const run = await read(new Uint8Array(await file.arrayBuffer()), file.name);
      await save(run);
      status.replaceChildren(
        html`<p class="callout">
          ✓ Modelo cargado de «${file.name}». Las páginas
          <a href="./evaluar.html">Evaluar la red</a> y
          <a href="./ver-resultados.html">Ver los resultados</a> ya lo usan.
        </p>`,
      );
    } catch (error) {
      const message = errorMessage(error);
      status.replaceChildren();
      problem.replaceChildren(
        html`<p class="callout error">${message} Tu modelo actual sigue como estaba.</p>`,
      );
    }
  }
  const choose = fileButton("Elegir un archivo .safetensors…", {
    id: "archivo-modelo",
    accept: ".safetensors",
    onFile: load,
  });
  return html`<div class="model-loader">${choose}${status}${problem}</div>`;
}
