// A button whose failure is told beside it, until it is pressed again.
import { html } from "htl";
import { errorMessage } from "../../../lib/errors/errorMessage.js";

export function tellingButton(label: string, act: () => Promise<void>): HTMLButtonElement {
  const button = html`<button type="button">${label}</button>` as HTMLButtonElement;
  const failure = html`<span role="alert"></span>`;
  button.onclick = () => {
    failure.textContent = "";
    button.after(failure); // before it has a text: an alert is said when its text comes
    act().catch((error: unknown) => {
      failure.textContent = ` ${errorMessage(error)}`;
    });
  };
  return button;
}
