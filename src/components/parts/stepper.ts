// Plays a figure step by step: a button that starts and pauses, or, for a reader who prefers less
// motion, a button for one step. It stops by itself when the figure leaves the page.
import { html } from "htl";
import { icon } from "./icon.js";

const STEP_INTERVAL_MS = 90;

/** The button; `step` is called for each step. */
export function stepper(step: () => void): HTMLElement {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    return html`<button type="button" onclick=${step}>Siguiente posición</button>`;
  }
  let timer: number | undefined;
  const button = html`<button type="button" class="with-icon"></button>`;
  function pause(): void {
    clearInterval(timer);
    timer = undefined;
    button.replaceChildren(icon("play"), "Recorrer la imagen");
  }
  pause();
  button.addEventListener("click", () => {
    if (timer !== undefined) {
      pause();
      return;
    }
    button.replaceChildren(icon("pause"), "Pausa");
    timer = window.setInterval(() => {
      if (button.isConnected) step();
      else pause();
    }, STEP_INTERVAL_MS);
  });
  return button;
}
