// A button that starts something costly: progress, a way to cancel, a message with a way to retry, and
// again if wanted. An input for `view()`: its value is undefined, or the initial one, until the work is done.
import { html } from "htl";
import { progressBar } from "./progressBar.js";

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
  /** The cell's `invalidation`: work under way is cancelled by it. */
  invalidation?: Promise<unknown>;
}

/** The panel; it dispatches `input` when its value is there. */
export function workPanel<T>(
  work: Work<T>,
  {
    label,
    start: startLabel = label,
    working = "Calculando…",
    cancelled = "Cancelado.",
    describe = () => "Hecho.",
    again,
    initial,
    invalidation,
  }: WorkPanelOptions<T>,
): HTMLElement & { value: T | undefined } {
  const controls = html`<div class="work-controls"></div>`;
  const bar = progressBar({ label });
  const amount = html`<p class="work-amount"></p>`;
  const progressView = html`<div hidden>${bar.element}${amount}</div>`;
  const status = html`<p class="work-status" role="status"></p>`;
  const alert = html`<p class="work-alert" role="alert"></p>`;
  const panel = html`<div class="work-panel" role="group" aria-label=${label}>
    ${controls}${progressView}${status}${alert}
  </div>`;
  const result = Object.assign(panel, { value: initial });
  let controller = new AbortController();
  void invalidation?.then(() => {
    controller.abort();
  });

  function show(nodes: Node[], { progress = false, message = "", problem = "" } = {}): void {
    const hadFocus = controls.contains(document.activeElement);
    controls.replaceChildren(...nodes);
    progressView.hidden = !progress;
    status.textContent = message;
    alert.textContent = problem;
    if (hadFocus) (controls.querySelector("button") ?? panel).focus();
  }

  function showProgress({ ratio, text }: WorkProgress): void {
    bar.set(Math.min(1, ratio), text);
    amount.textContent = text;
  }

  const startButton = (text: string) =>
    html`<button type="button" class="primary" onclick=${() => void start()}>${text}</button>`;
  const cancelButton = html`<button
    type="button"
    onclick=${() => {
      controller.abort();
    }}
  >
    Cancelar
  </button>`;

  async function start(): Promise<void> {
    controller = new AbortController();
    const { signal } = controller;
    showProgress({ ratio: 0, text: "" });
    show([cancelButton], { progress: true, message: working });
    try {
      const value = await work({ onProgress: showProgress, signal });
      if (signal.aborted) throw new DOMException("cancelled", "AbortError");
      result.value = value;
      panel.tabIndex = -1;
      show(again === undefined ? [] : [startButton(again)], { message: `✓ ${describe(value)}` });
      panel.dispatchEvent(new CustomEvent("input", { bubbles: true }));
    } catch (error) {
      if (signal.aborted) {
        show([startButton(startLabel)], { message: cancelled });
      } else {
        const problem = error instanceof Error ? error.message : String(error);
        show([startButton("Reintentar")], { problem });
      }
    }
  }

  show([startButton(startLabel)]);
  return result;
}
