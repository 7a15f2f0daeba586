// A button that starts something costly: progress, a way to cancel, a message with a way to retry, and
// again if wanted. An input for `view()`: its value is undefined, or the initial one, until the work is done.
import { html } from "htl";
import { progressBar } from "./progressBar.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";

export interface WorkProgress {
  /** 0–1. */
  ratio: number;
  /** For the reader. */
  text: string;
}

export type Work<T> = (options: {
  onProgress: (progress: WorkProgress) => void;
  signal: AbortSignal;
}) => Promise<T>;

export interface WorkPanelOptions<T> {
  /** Names the panel. */
  label: string;
  /** The text of the button that starts; left out: the label. */
  start?: string;
  /** Said while it runs. */
  working?: string;
  cancelled?: string;
  /** The sentence shown once the value is there. */
  describe?: (value: T) => string;
  /** The text of the button that does it all once more; left out: there is none. */
  again?: string;
  /** What the value is before: while it is undefined, cells that use it wait. */
  initial?: T;
  /** Begins without being asked: the reader came for it. */
  atOnce?: boolean;
  /** The cell's `invalidation`: work under way is cancelled by it. */
  invalidation?: Promise<unknown>;
}

/** The panel; it dispatches `input` when its value is there. */
export function workPanel<T>(
  work: Work<T>,
  options: WorkPanelOptions<T>,
): HTMLElement & { value: T | undefined } {
  const { label, start: startLabel = label, again, initial, atOnce, invalidation } = options;
  const { working = "Calculando…", cancelled = "Cancelado.", describe = () => "Hecho." } = options;
  const view = workView(label);
  const result = Object.assign(view.element, { value: initial });
  let controller = new AbortController();
  const cancel = () => {
    controller.abort();
  };
  void invalidation?.then(cancel);

  async function start(): Promise<void> {
    controller = new AbortController();
    const { signal } = controller;
    view.showProgress({ ratio: 0, text: "" });
    view.show([button("Cancelar", cancel)], { progress: true, message: working });
    try {
      const value = await work({ onProgress: view.showProgress, signal });
      signal.throwIfAborted();
      result.value = value;
      result.tabIndex = -1;
      view.show(again === undefined ? [] : [startButton(again)], {
        message: `✓ ${describe(value)}`,
      });
      result.dispatchEvent(new CustomEvent("input", { bubbles: true }));
    } catch (error) {
      if (signal.aborted) view.show([startButton(startLabel)], { message: cancelled });
      else view.show([startButton("Reintentar")], { problem: errorMessage(error) });
    }
  }
  const startButton = (text: string) => button(text, () => void start(), "primary");

  view.show([startButton(startLabel)]);
  if (atOnce) void start();
  return result;
}

function button(text: string, onclick: () => void, className = ""): HTMLElement {
  return html`<button type="button" class=${className} onclick=${onclick}>${text}</button>`;
}

/** What the panel is made of: its buttons, the progress, what is said and what went wrong. */
function workView(label: string) {
  const controls = html`<div class="work-controls"></div>`;
  const bar = progressBar({ label });
  const amount = html`<p class="work-amount"></p>`;
  const progressView = html`<div hidden>${bar.element}${amount}</div>`;
  const status = html`<p class="work-status" role="status"></p>`;
  const alert = html`<p class="work-alert" role="alert"></p>`;
  const element = html`<div class="work-panel" role="group" aria-label=${label}>
    ${controls}${progressView}${status}${alert}
  </div>`;
  return {
    element,
    /** The buttons there are now, with what is said; the keyboard stays in the panel. */
    show(buttons: readonly Node[], { progress = false, message = "", problem = "" } = {}) {
      const hadFocus = controls.contains(document.activeElement);
      controls.replaceChildren(...buttons);
      progressView.hidden = !progress;
      status.textContent = message;
      alert.textContent = problem;
      if (hadFocus) (controls.querySelector("button") ?? element).focus();
    },
    showProgress: ({ ratio, text }: WorkProgress) => {
      bar.set(Math.min(1, ratio), text);
      amount.textContent = text;
    },
  };
}
