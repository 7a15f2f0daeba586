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
  /** Resolves when all that a frame shows is drawn: the next one waits for it. Left out: at once. */
  ready?: (() => Promise<unknown>) | undefined;
}

/** A frame is seen so long at least. */
const FRAME_MS = 400;

/** Plays and pauses; for a reader who prefers less motion, one step. Stops when it leaves the page. */
export function filmButton({ label, stepLabel, step, rewind, ready }: Film): HTMLElement {
  const button = html`<button type="button" class="with-icon"></button>`;
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    button.textContent = stepLabel;
    button.onclick = () => {
      if (!step()) rewind();
    };
    return button;
  }
  /** Of the showing under way; undefined while it is paused. */
  let showing: symbol | undefined;
  function pause(): void {
    showing = undefined;
    button.replaceChildren(icon("play"), label);
  }
  async function play(): Promise<void> {
    const own = (showing = Symbol());
    button.replaceChildren(icon("pause"), "Pausa");
    rewind();
    do {
      await Promise.all([frameSeen(), ready?.()]);
      if (showing !== own) return;
    } while (button.isConnected && step());
    pause();
  }
  pause();
  button.onclick = () => {
    if (showing === undefined) void play();
    else pause();
  };
  return button;
}

function frameSeen(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, FRAME_MS));
}
