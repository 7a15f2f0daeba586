// A button that lets the reader choose a file. The browser's own control is hidden: it speaks the browser's
// language.
import { html } from "htl";

export interface FileButtonOptions {
  /** The id of the file control. */
  id: string;
  /** The extensions and types that are offered; left out: all. */
  accept?: string;
  /** Must not reject. */
  onFile: (file: File) => Promise<void>;
}

/** The button and the control, to be placed where a button goes. */
export function fileButton(label: string, { id, accept = "", onFile }: FileButtonOptions): Node {
  const input = html`<input type="file" id=${id} accept=${accept} hidden />` as HTMLInputElement;
  const button = html`<button type="button">${label}</button>`;
  button.onclick = () => {
    input.click();
  };
  input.onchange = async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    await onFile(file);
    input.value = ""; // so that the same file can be chosen again
  };
  return html.fragment`${button}${input}`;
}
