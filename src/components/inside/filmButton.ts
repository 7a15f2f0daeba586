// Plays something frame by frame, like a film.
import { html } from "htl";
import { icon } from "../parts/icon.js";

export interface Film {
  /** Of the button that plays it. */
  label: string;
  /** Of the button that shows one frame more, for a reader who prefers less motion. */
  stepLabel: string;
  /** One frame on; false at the end. */
  step: () => boolean;
  /** To the beginning, if it is at its end. */
  rewind: () => void;
}

/** A frame is seen so long. */
const FRAME_MS = 400;

/** Plays and pauses; for a reader who prefers less motion, one step. Stops when it leaves the page. */
export function filmButton({ label, stepLabel, step, rewind }: Film): HTMLElement {
  const button = html`<button type="button" class="with-icon"></button>`;
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    button.textContent = stepLabel;
    button.onclick = () => {
      if (!step()) rewind();
    };
    return button;
  }
  let timer: number | undefined;
  function pause(): void {
    clearInterval(timer);
    timer = undefined;
    button.replaceChildren(icon("play"), label);
  }
  pause();
  button.onclick = () => {
    if (timer !== undefined) {
      pause();
      return;
    }
    rewind();
    button.replaceChildren(icon("pause"), "Pausa");
    timer = window.setInterval(() => {
      if (!button.isConnected || !step()) pause();
    }, FRAME_MS);
  };
  return button;
}
