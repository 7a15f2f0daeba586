// A progress bar that a screen reader can read.
import { html } from "htl";

export interface ProgressBar {
  element: HTMLElement;
  /** 0–1. */
  readonly value: number;
  /** @param ratio 0–1 @param text what a screen reader says of it */
  set(ratio: number, text: string): void;
}

export function progressBar({ label }: { label: string }): ProgressBar {
  const fill = html`<div class="progress-fill"></div>`;
  const element = html`<div
    class="progress"
    role="progressbar"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow="0"
  >
    ${fill}
  </div>`;
  let value = 0;
  return {
    element,
    get value() {
      return value;
    },
    set(ratio, text) {
      value = ratio;
      fill.style.transform = `scaleX(${ratio})`;
      element.setAttribute("aria-valuenow", String(Math.floor(100 * ratio)));
      element.setAttribute("aria-valuetext", text);
    },
  };
}
