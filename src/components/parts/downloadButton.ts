// A button that makes a file when it is pressed and hands it to the browser to save.
import { html } from "htl";
import { errorMessage } from "../../lib/errors/errorMessage.js";

export interface Download {
  /** As it is when the button is pressed. */
  name: string | (() => string);
  type: string;
  content: () => Promise<BlobPart> | BlobPart;
}

export function downloadButton(label: string, { name, type, content }: Download): HTMLElement {
  const status = html`<span class="download-status" role="status"></span>`;
  const button = html`<button type="button">${label}</button>`;
  button.onclick = async () => {
    const file = typeof name === "string" ? name : name();
    try {
      const url = URL.createObjectURL(new Blob([await content()], { type }));
      const link = html`<a href=${url} download=${file}></a>`;
      link.click();
      setTimeout(() => {
        URL.revokeObjectURL(url); // once the browser has taken it
      }, 10_000);
      status.textContent = ` Descargado: ${file}`;
    } catch (error) {
      const message = errorMessage(error);
      status.textContent = ` No se ha podido crear el archivo: ${message}`;
    }
  };
  return html`<p class="download">${button}${status}</p>`;
}
